package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_core.BORDER_DEFAULT;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import io.wan4j.engine.previz.FrameSequence;
import io.wan4j.engine.previz.paint.Ease;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A clip with more picture around it: the clip itself untouched in its place; to its sides its
 * mirror image, smeared the farther out; above and below the colours of its edge go on. A little
 * grain keeps it from looking dead.
 */
final class Outpainting implements FrameSequence {
  /** By how much smaller the softened copies are. */
  private static final int NEAR = 4;

  private static final int SMEAR = 10;

  private final ClipPlates clip;
  private final int width;
  private final int height;
  private final int left;
  private final int top;
  private final int innerWidth;
  private final int innerHeight;
  private final byte[] grain;
  private Plate shown;

  /** Where the clip lies in a frame that has grown. */
  record Place(int left, int top, int width, int height) {
    /** The place of a clip in a frame; each growth is 1 to 2, by how much that half of it grows. */
    static Place of(
        int width, int height, double above, double below, double before, double behind) {
      int innerWidth = (int) Math.round(2 * width / (before + behind)) & ~1;
      int innerHeight = (int) Math.round(2 * height / (above + below)) & ~1;
      int left = (int) Math.round(innerWidth / 2.0 * (before - 1)) & ~1;
      int top = (int) Math.round(innerHeight / 2.0 * (above - 1)) & ~1;
      return new Place(
          Math.min(left, width - innerWidth),
          Math.min(top, height - innerHeight),
          innerWidth,
          innerHeight);
    }
  }

  /**
   * @param clip read at the size of the place
   */
  Outpainting(ClipPlates clip, Place place, int width, int height, long seed) {
    this.clip = clip;
    this.width = width;
    this.height = height;
    this.left = place.left();
    this.top = place.top();
    this.innerWidth = place.width();
    this.innerHeight = place.height();
    this.grain = new byte[width * height];
    new java.util.Random(seed).nextBytes(grain);
  }

  @Override
  public Painting begin(int frame) {
    Optional<Plate> next = clip.next();
    next.ifPresent(plate -> shown = plate);
    Plate plate = shown;
    return argb -> paint(plate, frame, argb);
  }

  private void paint(Plate plate, int frame, int[] argb) {
    Plate near = softened(plate, NEAR, NEAR, 1.2);
    Plate level = softened(plate, SMEAR, 1, 2.2);
    Plate tone = softened(level, 1, 1, 14);
    for (int y = 0; y < height; y++) {
      int outY = Math.max(0, Math.max(top - y, y - (top + innerHeight - 1)));
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int outX = Math.max(0, Math.max(left - x, x - (left + innerWidth - 1)));
        if (outX == 0 && outY == 0) {
          argb[at] = plate.pixels()[(y - top) * innerWidth + x - left];
          continue;
        }
        int pixel =
            outY == 0
                ? beside(plate, level, x - left, y - top, (double) outX / innerWidth)
                : beyond(plate, near, level, tone, x - left, y - top, (double) outY / innerHeight);
        int add = grain[(at + 7919 * frame) % grain.length] >> 6;
        argb[at] =
            0xFF000000
                | Math.clamp((pixel >> 16 & 255) + add, 0, 255) << 16
                | Math.clamp((pixel >> 8 & 255) + add, 0, 255) << 8
                | Math.clamp((pixel & 255) + add, 0, 255);
      }
    }
  }

  /** To the left and right: the mirror image, smeared along the level layers of the scene. */
  private static int beside(Plate plate, Plate level, float x, float y, double out) {
    int smear = level.mirrored((x - SMEAR / 2f + 0.5f) / SMEAR, y);
    return Mixing.mix(plate.mirrored(x, y), smear, (int) (256 * Ease.step(0.04, 0.3, out)));
  }

  /**
   * Above and below: the colours of the edge go on, with what is fine in the mirror image fading
   * into them. A mirrored sky would have two horizons.
   */
  private int beyond(
      Plate plate, Plate near, Plate level, Plate tone, float x, float y, double out) {
    float edge = Math.clamp(y, 0, innerHeight - 1);
    int sharp = plate.mirrored(x, y);
    int under = near.mirrored((x - 1.5f) / NEAR, (y - 1.5f) / NEAR);
    int close = near.mirrored((x - 1.5f) / NEAR, (edge - 1.5f) / NEAR);
    float smeared = (x - SMEAR / 2f + 0.5f) / SMEAR;
    int wide = Mixing.mix(level.mirrored(smeared, edge), tone.mirrored(smeared, edge), 160);
    int base = Mixing.mix(close, wide, (int) (256 * Ease.step(0, 0.22, out)));
    double fine = Ease.step(0.3, 0, out);
    return 0xFF000000
        | added(base, sharp, under, 16, fine) << 16
        | added(base, sharp, under, 8, fine) << 8
        | added(base, sharp, under, 0, fine);
  }

  private static int added(int base, int sharp, int soft, int shift, double share) {
    int fine = (sharp >> shift & 255) - (soft >> shift & 255);
    return Math.clamp(Math.round((base >> shift & 255) + share * fine), 0, 255);
  }

  /** A smaller and softer copy; of the full height, it is softened along its rows alone. */
  private static Plate softened(Plate plate, int narrower, int lower, double blur) {
    try (PointerScope _ = new PointerScope()) {
      Mat small =
          Mats.resized(
              Mats.of(plate),
              Math.max(4, plate.width() / narrower),
              Math.max(4, plate.height() / lower));
      GaussianBlur(small, small, new Size(0, 0), blur, lower == 1 ? 0.6 : blur, BORDER_DEFAULT, 0);
      return Mats.plate(small);
    }
  }

  @Override
  public boolean isCut(int frame) {
    return false;
  }

  @Override
  public void close() {
    clip.close();
  }
}
