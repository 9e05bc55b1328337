package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/** Packed pixels to and from FFmpeg's frames of any pixel format, at the same size. */
final class FramePixels {
  private static final int UNIT = 1 << 16;
  private static final int FULL_RANGE = 1;

  private FramePixels() {}

  static PixelImage of(AVFrame frame) {
    AVFrame packed = empty(frame.width(), frame.height(), AV_PIX_FMT_BGRA);
    try {
      convert(frame, packed, ColourMatrix.of(frame), range(frame));
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
      convert(packed, frame, ColourMatrix.bt601(), FULL_RANGE);
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

  private static void convert(AVFrame source, AVFrame target, IntPointer matrix, int range) {
    SwsContext scaler =
        sws_getContext(
            source.width(),
            source.height(),
            source.format(),
            source.width(),
            source.height(),
            target.format(),
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP,
            null,
            null,
            (DoublePointer) null);
    if (scaler == null) {
      throw new MediaException(
          "no conversion from pixel format " + source.format() + " to " + target.format());
    }
    try {
      sws_setColorspaceDetails(scaler, matrix, range, matrix, FULL_RANGE, 0, UNIT, UNIT);
      Ffmpeg.check(
          sws_scale(
              scaler,
              source.data(),
              source.linesize(),
              0,
              source.height(),
              target.data(),
              target.linesize()),
          "convert a picture");
    } finally {
      sws_freeContext(scaler);
    }
  }

  /** Grey pictures have the full range as RGB has; FFmpeg does not always say so. */
  private static int range(AVFrame frame) {
    boolean grey = av_pix_fmt_desc_get(frame.format()).nb_components() <= 2;
    return grey || frame.color_range() == AVCOL_RANGE_JPEG ? FULL_RANGE : 0;
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
