package io.wan4j.engine.wan.film;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.media.ClipReader;
import io.wan4j.media.ClipView;
import io.wan4j.media.PictureReader;
import io.wan4j.media.PixelImage;
import java.util.Arrays;
import java.util.Optional;

/** Reads a guide as frames with masks. When the clip is over its last frame stays. */
final class GuideReader implements AutoCloseable {
  private static final int WHITE = 0xFFFFFFFF;
  private static final int BLACK = 0xFF000000;
  private static final int GREY = 0xFF808080;

  /**
   * A frame of a guide.
   *
   * @param mask white is to be made, black to be kept
   */
  record GuideFrame(PixelImage picture, PixelImage mask) {}

  private final Guide guide;
  private final FrameSize size;
  private final FrameSize inner;
  private final ClipReader clip;
  private final Optional<ClipReader> masks;
  private final Frame frame;
  private final Frame maskFrame;
  private Optional<PixelImage> picture = Optional.empty();
  private PixelImage mask;

  /**
   * @param size of the frames
   * @param frameRate frames a second
   */
  GuideReader(Guide guide, FrameSize size, int frameRate) {
    this.guide = guide;
    this.size = size;
    this.inner = guide instanceof Guide.Around around ? inner(around, size) : size;
    this.frame = new Frame(inner);
    this.maskFrame = new Frame(size);
    this.clip = ClipReader.open(guide.clip().file(), ClipView.of(inner).atRate(frameRate));
    this.masks =
        guide instanceof Guide.Masked masked && masked.mask() instanceof Material.Mask.Moving moving
            ? Optional.of(
                ClipReader.open(moving.clip().file(), ClipView.of(size).atRate(frameRate)))
            : Optional.empty();
    this.mask =
        switch (guide) {
          case Guide.Around around -> surroundings(around);
          case Guide.Masked masked when masked.mask() instanceof Material.Mask.Still still ->
              grown(masked, PictureReader.read(still.picture().file()).cover(size));
          default -> plain(size, WHITE);
        };
  }

  private static FrameSize inner(Guide.Around around, FrameSize size) {
    return new FrameSize(
        even(2 * size.width() / (around.left() + around.right())),
        even(2 * size.height() / (around.top() + around.bottom())));
  }

  private static int even(double pixels) {
    return Math.max(16, (int) Math.round(pixels) & ~1);
  }

  private int left(Guide.Around around) {
    int left = (int) Math.round(inner.width() / 2.0 * (around.left() - 1));
    return Math.clamp(left, 0, size.width() - inner.width());
  }

  private int top(Guide.Around around) {
    int top = (int) Math.round(inner.height() / 2.0 * (around.top() - 1));
    return Math.clamp(top, 0, size.height() - inner.height());
  }

  private PixelImage surroundings(Guide.Around around) {
    return placed(plain(inner, BLACK), left(around), top(around), WHITE);
  }

  /** The next frame. */
  GuideFrame next() {
    if (clip.read(frame)) {
      picture = Optional.of(shown(PixelImage.of(frame)));
    }
    if (masks.isPresent() && masks.get().read(maskFrame)) {
      mask = grown((Guide.Masked) guide, PixelImage.of(maskFrame));
    }
    return new GuideFrame(
        picture.orElseThrow(
            () -> new EngineException("the clip has no frames; give one that plays")),
        mask);
  }

  private PixelImage shown(PixelImage image) {
    return switch (guide) {
      case Guide.Anew _, Guide.Masked _ -> image;
      case Guide.Lines _ -> Outline.lines(image);
      case Guide.Shades _ -> Outline.shades(image);
      case Guide.Around around -> placed(image, left(around), top(around), GREY);
    };
  }

  private PixelImage placed(PixelImage image, int left, int top, int ground) {
    int[] pixels = new int[size.pixels()];
    Arrays.fill(pixels, ground);
    for (int y = 0; y < image.height(); y++) {
      System.arraycopy(
          image.argb(), y * image.width(), pixels, (top + y) * size.width() + left, image.width());
    }
    return new PixelImage(size.width(), size.height(), pixels);
  }

  private static PixelImage grown(Guide.Masked masked, PixelImage mask) {
    return MaskGrowth.of(mask, masked.growth(), masked.box());
  }

  private static PixelImage plain(FrameSize size, int colour) {
    int[] pixels = new int[size.pixels()];
    Arrays.fill(pixels, colour);
    return new PixelImage(size.width(), size.height(), pixels);
  }

  @Override
  public void close() {
    clip.close();
    masks.ifPresent(ClipReader::close);
  }
}
