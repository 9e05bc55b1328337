package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import io.wan4j.engine.previz.FrameSequence;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A clip with more picture around it: the clip itself untouched in its place, around it its mirror
 * image, softer the farther out, with a little grain so that it does not look dead.
 */
final class Outpainting implements FrameSequence {
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
    Plate near = softened(plate, 4, 1.2);
    Plate far = softened(plate, 12, 3.5);
    double reach = Math.max(1, 0.5 * Math.max(width - innerWidth, height - innerHeight));
    for (int y = 0; y < height; y++) {
      int outY = Math.max(0, Math.max(top - y, y - (top + innerHeight - 1)));
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int outX = Math.max(0, Math.max(left - x, x - (left + innerWidth - 1)));
        if (outX == 0 && outY == 0) {
          argb[at] = plate.pixels()[(y - top) * innerWidth + x - left];
          continue;
        }
        float fx = x - left;
        float fy = y - top;
        double out = Math.hypot(outX, outY) / reach;
        int sharp = plate.mirrored(fx, fy);
        int soft = near.mirrored((fx - 1.5f) / 4, (fy - 1.5f) / 4);
        int softer = far.mirrored((fx - 5.5f) / 12, (fy - 5.5f) / 12);
        int pixel = Mixing.mix(sharp, soft, (int) Math.min(256, 1400 * out));
        pixel = Mixing.mix(pixel, softer, (int) Math.clamp(420 * (out - 0.1), 0, 256));
        int add = grain[(at + 7919 * frame) % grain.length] >> 6;
        argb[at] =
            0xFF000000
                | Math.clamp((pixel >> 16 & 255) + add, 0, 255) << 16
                | Math.clamp((pixel >> 8 & 255) + add, 0, 255) << 8
                | Math.clamp((pixel & 255) + add, 0, 255);
      }
    }
  }

  private static Plate softened(Plate plate, int shrunk, double blur) {
    try (PointerScope _ = new PointerScope()) {
      Mat small =
          Mats.resized(
              Mats.of(plate),
              Math.max(4, plate.width() / shrunk),
              Math.max(4, plate.height() / shrunk));
      GaussianBlur(small, small, new Size(0, 0), blur);
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
