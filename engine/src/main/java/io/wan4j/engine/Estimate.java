package io.wan4j.engine;

/**
 * What making a film will cost on this machine.
 *
 * @param seconds expected wall time
 * @param bytes expected peak of memory beside what is already in use
 */
public record Estimate(double seconds, long bytes) {}
