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

/** Turns a decoded frame of any pixel format into packed pixels of the same size. */
final class FramePixels {
  private static final int UNIT = 1 << 16;

  private FramePixels() {}

  static PixelImage of(AVFrame frame) {
    int width = frame.width();
    int height = frame.height();
    SwsContext scaler =
        sws_getContext(
            width,
            height,
            frame.format(),
            width,
            height,
            AV_PIX_FMT_BGRA,
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP,
            null,
            null,
            (DoublePointer) null);
    if (scaler == null) {
      throw new MediaException("no conversion to RGB for pixel format " + frame.format());
    }
    AVFrame target = av_frame_alloc();
    try {
      IntPointer matrix = ColourMatrix.of(frame);
      sws_setColorspaceDetails(scaler, matrix, fullRange(frame), matrix, 1, 0, UNIT, UNIT);
      target.width(width).height(height).format(AV_PIX_FMT_BGRA);
      Ffmpeg.check(av_frame_get_buffer(target, 0), "take memory for a picture");
      Ffmpeg.check(
          sws_scale(
              scaler, frame.data(), frame.linesize(), 0, height, target.data(), target.linesize()),
          "convert a picture to RGB");
      return pixels(target);
    } finally {
      av_frame_free(target);
      sws_freeContext(scaler);
    }
  }

  /** Grey pictures have the full range as RGB has; FFmpeg does not always say so. */
  private static int fullRange(AVFrame frame) {
    boolean grey = av_pix_fmt_desc_get(frame.format()).nb_components() <= 2;
    return grey || frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
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
