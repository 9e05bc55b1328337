package io.wan4j.media;

import java.util.Optional;

/**
 * An H.264 encoder and how it is set.
 *
 * <p>The first and the last frame of a film are often pictures the user gave, and have to come out
 * as they went in, while every frame coded that finely would make the film several times as large.
 * OpenH264 cannot be told to treat single frames better, so a second, finer encoder of the same
 * kind codes those two. Measured at 1280x720 on a pan over a soft picture with grain of standard
 * deviation 3, the hardest for SSIM, at a target of 0.3 bits a pixel: 0.973 for both frames and 9.2
 * Mbit/s, where one encoder for all, its quantiser held at 23 and below, gave 0.925 and 8.6 Mbit/s.
 */
sealed interface FilmEncoder permits FfmpegEncoder, OpenH264Encoder {
  /** How far apart key frames are at most, so that a player can jump. */
  int KEY_FRAME_SECONDS = 2;

  /** The finest quantiser of OpenH264: below it nothing visible is won. */
  int FINEST = 18;

  /** The coarsest quantiser of OpenH264. */
  int COARSEST = 26;

  /** The quantiser of OpenH264 for the first and the last frame. */
  int FINE = 17;

  /** Only aims the quantiser within its bounds: 5.5 Mbit/s at 1280x720, 30 frames a second. */
  private static double bitsPerPixel() {
    return 0.2;
  }

  /** The bit rate that OpenH264 is told to aim at. */
  static long bitRate(FilmFormat format) {
    return Math.round(bitsPerPixel() * format.size().pixels() * format.frameRate());
  }

  /**
   * The encoder films are made with: the one the user added, else the system's OpenH264, which is
   * built with its hand-written vector code and several times as fast, else the one that is always
   * there.
   */
  static FilmEncoder choose() {
    Ffmpeg.load();
    if (FfmpegEncoder.X264.isThere()) {
      return FfmpegEncoder.X264;
    }
    Optional<OpenH264Encoder> system = OpenH264Encoder.find(System.getenv());
    if (system.isPresent()) {
      return system.get();
    }
    if (FfmpegEncoder.OPEN_H264.isThere()) {
      return FfmpegEncoder.OPEN_H264;
    }
    throw new MediaException(
        "these FFmpeg natives have neither libopenh264 nor libx264, so no film can be encoded");
  }

  /** For people. */
  String title();

  /** Whether the first and the last frame get an encoder of their own. */
  boolean hasFine();

  /** Opens the encoder; the caller closes it. */
  PictureCoder open(FilmFormat format);

  /** Opens the encoder of the first and the last frame; the caller closes it. */
  PictureCoder openFine(FilmFormat format);
}
