package io.wan4j.media;

/**
 * A video.
 *
 * @param container mp4, mov, matroska, webm or avi
 * @param videoCodec FFmpeg's name of the codec, such as h264 or hevc
 * @param width pixels as it is meant to be seen (rotation and pixel aspect applied)
 * @param height pixels as it is meant to be seen
 * @param frameRate mean frames a second
 * @param seconds length of the picture track
 * @param frameCount pictures in the file, counted
 * @param hasSound whether there is an audio track
 */
public record ClipFacts(
    String container,
    String videoCodec,
    int width,
    int height,
    double frameRate,
    double seconds,
    long frameCount,
    boolean hasSound,
    long bytes)
    implements MediaFacts {}
