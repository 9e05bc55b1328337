package io.wan4j.media;

/**
 * A sound without pictures (a cover picture does not count).
 *
 * @param format wav, mp3, aac, flac, ogg, mp4, mov, matroska or webm
 * @param seconds length
 * @param sampleRate samples a second
 */
public record SoundFacts(String format, double seconds, int channels, int sampleRate, long bytes)
    implements MediaFacts {}
