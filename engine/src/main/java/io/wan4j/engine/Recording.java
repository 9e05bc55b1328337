package io.wan4j.engine;

import java.nio.file.Path;

/** A checked local sound file and its length in seconds. */
public record Recording(Path file, double seconds) {}
