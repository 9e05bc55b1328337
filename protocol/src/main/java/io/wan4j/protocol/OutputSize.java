package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.PixelSize;
import io.wan4j.protocol.catalogue.Tier;

/** The film's size in pixels (DashScope reference, size tables and the image-to-video FAQ). */
public final class OutputSize {
  private static final int STEP = 16;

  private OutputSize() {}

  /**
   * The size of an order's film.
   *
   * @param input size of the first frame, first clip or video; looked at only if the order {@link
   *     SizeChoice.FollowsInput}
   */
  public static PixelSize of(VideoOrder order, PixelSize input) {
    return switch (order.size()) {
      case SizeChoice.Exact exact -> exact.size();
      case SizeChoice.FollowsInput follows -> following(input, follows);
    };
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
  static PixelSize shaped(double aspect, double area) {
    return new PixelSize(step(Math.sqrt(area * aspect)), step(Math.sqrt(area / aspect)));
  }

  private static int step(double side) {
    return Math.max(STEP, (int) Math.floor(side / STEP + 1e-9) * STEP);
  }
}
