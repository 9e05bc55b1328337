/**
 * Films made with the Wan checkpoints: one thread works on a device and hands frames over, another
 * brings them to the rate and size that are asked for.
 */
package io.wan4j.engine.wan.film;
