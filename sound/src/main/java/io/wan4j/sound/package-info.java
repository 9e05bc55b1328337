/**
 * Speech, ambience, effects, music and their mix, made in plain Java.
 *
 * <p>{@link io.wan4j.sound.Speech} turns a line into an {@link io.wan4j.sound.Utterance} with mouth
 * positions; a {@link io.wan4j.sound.FilmSound} says what is heard when, and {@link
 * io.wan4j.sound.Soundtrack} streams it. The same plan always gives the same samples.
 */
package io.wan4j.sound;
