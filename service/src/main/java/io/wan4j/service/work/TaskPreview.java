package io.wan4j.service.work;

import io.wan4j.engine.Preview;

/**
 * How a running task's film looks so far.
 *
 * @param number 1 for the first preview of the attempt, one more for each later one
 */
public record TaskPreview(Preview picture, int number) {}
