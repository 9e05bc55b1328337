package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;

/** Packed pixels to and from FFmpeg's frames of any pixel format, at the same size. */
final class FramePixels {
  private FramePixels() {}

  static PixelImage of(AVFrame frame) {
    AVFrame packed = empty(frame.width(), frame.height(), AV_PIX_FMT_BGRA);
    try {
      convert(frame, packed, ColourMatrix.of(frame));
      return pixels(packed);
    } finally {
      av_frame_free(packed);
    }
  }

  /** A new frame, full range and BT.601 as JFIF wants where it is YUV; the caller frees it. */
  static AVFrame toFrame(PixelImage image, int format) {
    AVFrame packed = empty(image.width(), image.height(), AV_PIX_FMT_BGRA);
    AVFrame frame = empty(image.width(), image.height(), format);
    try {
      IntPointer rows = new IntPointer(packed.data(0));
      int step = packed.linesize(0) / Integer.BYTES;
      for (int y = 0; y < image.height(); y++) {
        rows.position((long) y * step).put(image.argb(), y * image.width(), image.width());
      }
      packed.color_range(AVCOL_RANGE_JPEG);
      convert(packed, frame, ColourMatrix.bt601());
      frame.color_range(AVCOL_RANGE_JPEG);
      return frame;
    } catch (RuntimeException e) {
      av_frame_free(frame);
      throw e;
    } finally {
      av_frame_free(packed);
    }
  }

  private static AVFrame empty(int width, int height, int format) {
    AVFrame frame = av_frame_alloc();
    frame.width(width).height(height).format(format);
    int code = av_frame_get_buffer(frame, 0);
    if (code < 0) {
      av_frame_free(frame);
      Ffmpeg.check(code, "take memory for a picture of " + width + "x" + height);
    }
    return frame;
  }

  private static void convert(AVFrame source, AVFrame target, IntPointer matrix) {
    int flags =
        SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;
    try (Scaler scaler = new Scaler(source, matrix, target, matrix, true, flags)) {
      scaler.convert(source, target);
    }
  }

  /** BGRA in memory is 0xAARRGGBB in an int on every processor Java and FFmpeg share. */
  private static PixelImage pixels(AVFrame frame) {
    int width = frame.width();
    int height = frame.height();
    int[] argb = new int[width * height];
    IntPointer rows = new IntPointer(frame.data(0));
    int step = frame.linesize(0) / Integer.BYTES;
    for (int y = 0; y < height; y++) {
      rows.position((long) y * step).get(argb, y * width, width);
    }
    return new PixelImage(width, height, argb);
  }
}
