/**
 * Whole checkpoints of every kind, a few megabytes each, with random numbers for weights: what they
 * film is noise, but every path through the engine can be walked with them.
 */
package io.wan4j.engine.wan.tiny;
