package io.wan4j.engine;

import java.nio.file.Path;

/** A checked local picture file; width and height in pixels as it is meant to be seen. */
public record Picture(Path file, int width, int height) {}
