package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;

/** FFmpeg's native libraries: loaded once, quiet, and what they are. */
public final class Ffmpeg {
  /** What {@link #filmEncoder} calls the one that is always there, and slow. */
  public static final String SLOW_ENCODER = FfmpegEncoder.OPEN_H264.codecName();

  private static final int ERROR_TEXT = 128;

  private Ffmpeg() {}

  /**
   * Loads the libraries, which takes 0.1 s once and up to 0.5 s the first time on a machine.
   *
   * @throws MissingNativesException when there are none for this platform
   */
  public static void load() {
    try {
      Holder.ready();
    } catch (LinkageError e) {
      throw new MissingNativesException(
          "FFmpeg's native libraries cannot be loaded on %s %s; add org.bytedeco:ffmpeg and"
                  .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
              + " org.bytedeco:javacpp with this platform's classifier to the class path: "
              + rootOf(e),
          e);
    }
  }

  /** FFmpeg's version, such as 8.0.1. */
  public static String version() {
    load();
    return avutil.av_version_info().getString();
  }

  /** The licence these natives are under, such as "LGPL version 3 or later". */
  public static String licence() {
    load();
    return avutil.avutil_license().getString();
  }

  /** The H.264 encoder films are made with: libx264 where the natives have it, else OpenH264. */
  public static String filmEncoder() {
    return FilmEncoder.choose().title();
  }

  /** Turns a negative return code into an exception that says what was being done. */
  static int check(int code, String doing) {
    if (code < 0) {
      throw new MediaException(doing + ": " + reason(code));
    }
    return code;
  }

  /** What an error code and the log of this thread say. */
  static String reason(int code) {
    byte[] text = new byte[ERROR_TEXT];
    avutil.av_strerror(code, text, ERROR_TEXT);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    String words = new String(text, 0, end, StandardCharsets.UTF_8);
    String log = FfmpegLog.take();
    return log.isEmpty() ? words : words + " (" + log + ")";
  }

  private static String rootOf(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }

  /** Loads once, by the JVM's own class initialisation lock. */
  private static final class Holder {
    /** Held here because FFmpeg keeps only the native half and the garbage collector the other. */
    private static final FfmpegLog LOG;

    static {
      // JavaCPP otherwise refuses to allocate once the process, with everybody else's native
      // memory in it (libtorch's weights), is larger than a multiple of the Java heap.
      if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
      }
      avcodec.avcodec_version();
      avformat.avformat_version();
      swscale.swscale_version();
      swresample.swresample_version();
      LOG = new FfmpegLog();
      avutil.av_log_set_level(AV_LOG_ERROR);
      avutil.setLogCallback(LOG);
    }

    static void ready() {
      if (LOG == null) {
        throw new IllegalStateException("FFmpeg's log is not set");
      }
    }
  }
}
