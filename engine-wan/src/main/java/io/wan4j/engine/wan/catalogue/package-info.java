/**
 * Which open checkpoints there are, which of them stands in for a model of the API, and which of
 * those that are installed a film is made with.
 */
package io.wan4j.engine.wan.catalogue;
