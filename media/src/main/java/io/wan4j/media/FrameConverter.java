package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_CROP_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_apply_cropping;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_LANCZOS;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Turns a video's decoded frames, of whatever size, colours and rotation, into a film's frames. */
final class FrameConverter implements AutoCloseable {
  private final PictureGeometry geometry;
  private final Fit fit;
  private final AVFrame scaled = av_frame_alloc();
  private Scaler scaler;
  private Shape shape = new Shape(0, 0, 0, 0, 0, 0, 0);

  FrameConverter(PictureGeometry geometry, Fit fit) {
    this.geometry = geometry;
    this.fit = fit;
  }

  /**
   * What a scaler is made for.
   *
   * @param width of the part of the source that is seen
   * @param innerWidth of the part of the target that is painted, before rotation
   */
  private record Shape(
      int width, int height, int format, int range, int space, int innerWidth, int innerHeight) {}

  /** Paints the source over the whole target. Crops the source frame in place. */
  void convert(AVFrame source, Frame target) {
    FrameSize size = target.size();
    int width = geometry.sideways() ? size.height() : size.width();
    int height = geometry.sideways() ? size.width() : size.height();
    double pixelAspect =
        (double) (geometry.sideways() ? geometry.height() : geometry.width())
            * source.height()
            / ((double) source.width()
                * (geometry.sideways() ? geometry.width() : geometry.height()));
    if (fit == Fit.COVER) {
      cropTo(source, (double) width / height / pixelAspect);
    }
    int innerWidth = width;
    int innerHeight = height;
    if (fit == Fit.CONTAIN) {
      double aspect = source.width() * pixelAspect / source.height();
      innerWidth = even(Math.min(width, height * aspect));
      innerHeight = even(Math.min(height, width / aspect));
    }
    prepare(
        new Shape(
            source.width(),
            source.height(),
            source.format(),
            source.color_range(),
            source.colorspace(),
            innerWidth,
            innerHeight),
        source);
    scaler.convert(source, scaled);
    new FramePaste(scaled, geometry.quarterTurns()).into(target);
  }

  private static int even(double length) {
    return Math.max(2, 2 * (int) Math.round(length / 2));
  }

  /** Chroma lies at every second pixel, so edges stay even. */
  private static void cropTo(AVFrame source, double aspect) {
    int keptWidth = even(Math.min(source.width(), source.height() * aspect));
    int keptHeight = even(Math.min(source.height(), source.width() / aspect));
    int left = Math.max(0, source.width() - keptWidth) / 2 & ~1;
    int top = Math.max(0, source.height() - keptHeight) / 2 & ~1;
    source.crop_left(left).crop_right(Math.max(0, source.width() - keptWidth - left));
    source.crop_top(top).crop_bottom(Math.max(0, source.height() - keptHeight - top));
    Ffmpeg.check(av_frame_apply_cropping(source, AV_FRAME_CROP_UNALIGNED), "crop a frame");
  }

  private void prepare(Shape wanted, AVFrame source) {
    if (wanted.equals(shape)) {
      return;
    }
    closeScaler();
    av_frame_unref(scaled);
    scaled.width(wanted.innerWidth).height(wanted.innerHeight).format(AV_PIX_FMT_YUV420P);
    Ffmpeg.check(av_frame_get_buffer(scaled, 0), "take memory for a frame");
    scaler =
        new Scaler(
            source,
            ColourMatrix.of(source),
            scaled,
            ColourMatrix.bt709(),
            false,
            SWS_LANCZOS | SWS_ACCURATE_RND | SWS_BITEXACT);
    shape = wanted;
  }

  private void closeScaler() {
    if (scaler != null) {
      scaler.close();
      scaler = null;
    }
  }

  @Override
  public void close() {
    closeScaler();
    av_frame_free(scaled);
  }
}
