package io.wan4j.bench.suite;

/**
 * What a check found.
 *
 * @param check its name: camera, cuts, light, setting, cast, sound, speech, life, understood
 * @param shot number of the shot, 0 for the whole film
 * @param passed whether the film gives what the prompt asks for
 * @param text what was measured, against what was expected
 */
public record Finding(String check, int shot, boolean passed, String text) {}
