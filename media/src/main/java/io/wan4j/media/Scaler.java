package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;

/** Converts frames of one size, pixel format and range to another. */
final class Scaler implements AutoCloseable {
  private static final int UNIT = 1 << 16;

  private final SwsContext context;

  /**
   * Prepares a conversion; the target must have its buffer.
   *
   * @param sourceMatrix luma and chroma weights of the source, the target's for an RGB source
   * @param targetMatrix luma and chroma weights of the target, the source's for an RGB target
   * @param fullTarget whether the target's values go from 0 to 255
   * @param flags swscale's
   */
  Scaler(
      AVFrame source,
      IntPointer sourceMatrix,
      AVFrame target,
      IntPointer targetMatrix,
      boolean fullTarget,
      int flags) {
    int sourceRange = isFull(source) ? 1 : 0;
    int targetRange = fullTarget ? 1 : 0;
    context = sws_alloc_context();
    context.src_w(source.width()).src_h(source.height()).src_format(source.format());
    context.dst_w(target.width()).dst_h(target.height()).dst_format(target.format());
    // Set before the start: equal formats are else copied whatever their ranges are.
    context.src_range(sourceRange).dst_range(targetRange).flags(flags);
    int code = sws_init_context(context, null, null);
    if (code < 0) {
      sws_freeContext(context);
      Ffmpeg.check(
          code, "convert pixel format %d to %d".formatted(source.format(), target.format()));
    }
    sws_setColorspaceDetails(
        context, sourceMatrix, sourceRange, targetMatrix, targetRange, 0, UNIT, UNIT);
  }

  /** Grey pictures have the full range as RGB has; FFmpeg does not always say so. */
  private static boolean isFull(AVFrame frame) {
    return frame.color_range() == AVCOL_RANGE_JPEG
        || av_pix_fmt_desc_get(frame.format()).nb_components() <= 2;
  }

  void convert(AVFrame source, AVFrame target) {
    Ffmpeg.check(
        sws_scale(
            context,
            source.data(),
            source.linesize(),
            0,
            source.height(),
            target.data(),
            target.linesize()),
        "convert a frame");
  }

  @Override
  public void close() {
    sws_freeContext(context);
  }
}
