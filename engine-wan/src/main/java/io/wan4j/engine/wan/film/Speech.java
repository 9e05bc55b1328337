package io.wan4j.engine.wan.film;

import java.nio.file.Path;

/**
 * The part of a recording that drives one run.
 *
 * @param file of the recording
 * @param from number of the run's first frame in the film that is made
 * @param frames of the run
 * @param frameRate at which it is made
 */
record Speech(Path file, int from, int frames, int frameRate) {}
