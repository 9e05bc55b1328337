package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.MediaKind;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.PixelSize;
import io.wan4j.protocol.catalogue.Tier;
import java.util.List;
import java.util.Optional;

/** The film's size in pixels (DashScope reference, size tables and the image-to-video FAQ). */
public final class OutputSize {
  private static final int STEP = 16;

  /** The first of these that an order has gives the film its shape. */
  private static final List<MediaRole> SHAPING =
      List.of(
          MediaRole.VIDEO,
          MediaRole.FIRST_FRAME,
          MediaRole.FIRST_CLIP,
          MediaRole.LAST_FRAME,
          MediaRole.LAST_CLIP);

  private OutputSize() {}

  /** The input whose shape the film follows; empty if the order's size is exact. */
  public static Optional<MediaInput> shapedBy(VideoOrder order) {
    if (order.size() instanceof SizeChoice.Exact) {
      return Optional.empty();
    }
    return SHAPING.stream()
        .flatMap(role -> order.firstOf(role).stream())
        .findFirst()
        .or(() -> order.media().stream().filter(OutputSize::isSeen).findFirst());
  }

  private static boolean isSeen(MediaInput input) {
    return input.role().kinds().contains(MediaKind.IMAGE)
        || input.role().kinds().contains(MediaKind.VIDEO);
  }

  /**
   * The size of a film that follows no input.
   *
   * @throws IllegalArgumentException if the order's film does follow one
   */
  public static PixelSize of(VideoOrder order) {
    if (order.size() instanceof SizeChoice.Exact exact) {
      return exact.size();
    }
    throw new IllegalArgumentException("the film's size follows an input, whose size is not given");
  }

  /**
   * The size of an order's film.
   *
   * @param input size of {@link #shapedBy}; looked at only if there is one
   */
  public static PixelSize of(VideoOrder order, PixelSize input) {
    return switch (order.size()) {
      case SizeChoice.Exact exact -> exact.size();
      case SizeChoice.FollowsInput follows -> following(grown(order.task(), input), follows);
    };
  }

  private static PixelSize grown(VideoTask task, PixelSize input) {
    if (!(task instanceof VideoTask.Outpaint scales)) {
      return input;
    }
    double across = (scales.left() + scales.right()) / 2;
    double down = (scales.top() + scales.bottom()) / 2;
    return new PixelSize(
        (int) Math.round(input.width() * across), (int) Math.round(input.height() * down));
  }

  private static PixelSize following(PixelSize input, SizeChoice.FollowsInput follows) {
    Tier tier = follows.tier();
    double area = follows.mayEnlarge() ? tier.pixels() : Math.min(tier.pixels(), input.pixels());
    return shaped(input.aspect(), area);
  }

  /**
   * The shape at about so many pixels: each side {@code floor(sqrt(area * aspect) / 16) * 16},
   * which gives the reference's example of 750 * 1000 at 720P: 816 * 1104.
   */
  private static PixelSize shaped(double aspect, double area) {
    return new PixelSize(step(Math.sqrt(area * aspect)), step(Math.sqrt(area / aspect)));
  }

  /** The tiny addition keeps 1279.9999999 from becoming 1264. */
  private static int step(double side) {
    return Math.max(STEP, (int) Math.floor(side / STEP + 1e-9) * STEP);
  }
}
