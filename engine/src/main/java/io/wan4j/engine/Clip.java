package io.wan4j.engine;

import java.nio.file.Path;

/**
 * A checked local video file.
 *
 * @param width pixels as it is meant to be seen (rotation applied)
 * @param seconds length of the picture track
 */
public record Clip(Path file, int width, int height, double seconds, boolean hasSound) {}
