package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_photo.INPAINT_TELEA;
import static org.bytedeco.opencv.global.opencv_photo.inpaint;

import io.wan4j.engine.previz.FrameSequence;
import io.wan4j.engine.previz.paint.Ease;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A clip whose masked part is replaced: by a model picture laid into it, or by what the
 * surroundings suggest: what lies to its left and right, mirrored into it, for most of what is seen
 * lies in level layers; where neither side is seen, inpainting by Telea's fast marching method
 * (2004) at a quarter of the size.
 */
final class MaskedFilm implements FrameSequence {
  /** The mask of each frame in order: white is replaced. */
  interface Masks extends AutoCloseable {
    /** The mask for a frame whose picture is given, of the same size. */
    Plate next(Plate picture);

    @Override
    void close();
  }

  /** What is seen in the masked part. */
  interface Filling {
    /**
     * Paints it.
     *
     * @param mask grown, one channel, white is replaced
     * @return pixels of the whole frame, of which those under the mask count
     */
    int[] paint(int frame, Plate picture, Mat mask);

    /** Whether only what stands out from its surroundings is painted anew, not the ground there. */
    default boolean ofBodies() {
      return false;
    }

    /** A picture that is laid upon the filling, none or one. */
    default CutOut[] model() {
      return new CutOut[0];
    }

    /**
     * What the surroundings suggest, and a model upon it.
     *
     * @param model none or one picture that takes the place
     */
    static Filling fromAround(CutOut[] model) {
      CutOut[] kept = model.clone();
      return new Filling() {
        @Override
        public int[] paint(int frame, Plate picture, Mat mask) {
          return fromBothSides(picture, mask);
        }

        @Override
        public CutOut[] model() {
          return kept;
        }
      };
    }

    /** The clip's own picture painted anew along its structure. */
    static Filling repainted(EditedFilm.Edit brush) {
      return new Filling() {
        @Override
        public int[] paint(int frame, Plate picture, Mat mask) {
          int[] pixels = picture.pixels().clone();
          brush.apply(frame, pixels);
          return pixels;
        }

        @Override
        public boolean ofBodies() {
          return true;
        }
      };
    }
  }

  private static final int SHRUNK = 4;

  /** What the mask covers less than this is kept. */
  private static final int HARDLY = 8;

  private final ClipPlates clip;
  private final Masks masks;
  private final Filling filling;
  private final double growth;
  private final boolean box;
  private Plate shown;

  /**
   * @param growth by how much the mask is grown, in parts of the frame's height
   * @param box whether the mask is made a rectangle about what it covers
   */
  MaskedFilm(ClipPlates clip, Masks masks, Filling filling, double growth, boolean box) {
    this.clip = clip;
    this.masks = masks;
    this.filling = filling;
    this.growth = growth;
    this.box = box;
  }

  @Override
  public Painting begin(int frame) {
    Optional<Plate> next = clip.next();
    next.ifPresent(plate -> shown = plate);
    Plate picture = shown;
    Plate mask = masks.next(picture);
    return argb -> paint(frame, picture, mask, argb);
  }

  private void paint(int frame, Plate picture, Plate mask, int[] argb) {
    int width = picture.width();
    int height = picture.height();
    int[] bounds = bounds(mask);
    System.arraycopy(picture.pixels(), 0, argb, 0, argb.length);
    if (bounds[0] > bounds[2]) {
      return;
    }
    try (PointerScope _ = new PointerScope()) {
      Mat wide = Mats.grey(box ? filled(mask, bounds) : mask);
      int reach = Math.max(1, (int) Math.round(growth * height));
      Mat grown = new Mat();
      dilate(
          wide,
          grown,
          getStructuringElement(MORPH_ELLIPSE, new Size(2 * reach + 1, 2 * reach + 1)));
      Mat soft = new Mat();
      GaussianBlur(grown, soft, new Size(0, 0), Math.max(1.0, height / 160.0));
      byte[] share = Mats.bytes(soft);
      int[] filled = filling.paint(frame, picture, grown);
      if (filling.ofBodies()) {
        Bodies.limit(share, picture, fromBothSides(picture, grown));
      }
      for (int i = 0; i < argb.length; i++) {
        int weight = share[i] & 255;
        if (weight > 0) {
          argb[i] = Mixing.mix(argb[i], filled[i], weight + (weight >> 7));
        }
      }
    }
    if (filling.model().length > 0) {
      Plate plate = filling.model()[0].plate();
      double wide = bounds[2] - bounds[0] + 1 + 2 * growth * height;
      double tall = bounds[3] - bounds[1] + 1 + 2 * growth * height;
      double scale = Math.min(wide / plate.width(), tall / plate.height());
      Stamp.over(
          plate,
          argb,
          width,
          height,
          (bounds[0] + bounds[2]) / 2.0,
          (bounds[1] + bounds[3]) / 2.0,
          scale,
          scale,
          0,
          1);
    }
  }

  private static int[] fromBothSides(Plate picture, Mat mask) {
    int width = picture.width();
    byte[] covered = Mats.bytes(mask);
    int[] filled = picture.pixels().clone();
    Optional<int[]> otherwise = Optional.empty();
    for (int y = 0; y < picture.height(); y++) {
      int row = y * width;
      for (int left = 0; left < width; left++) {
        if ((covered[row + left] & 255) <= HARDLY) {
          continue;
        }
        int right = left;
        while (right < width && (covered[row + right] & 255) > HARDLY) {
          right++;
        }
        if (left == 0 && right == width) {
          int[] around = otherwise.orElseGet(() -> inpainted(picture, mask));
          otherwise = Optional.of(around);
          System.arraycopy(around, row, filled, row, width);
        } else {
          mirrorIn(picture, row, left, right, filled);
        }
        left = right;
      }
    }
    return filled;
  }

  /** Fills a gap of a row from what lies beside it. */
  private static void mirrorIn(Plate picture, int row, int left, int right, int[] filled) {
    int width = picture.width();
    int[] pixels = picture.pixels();
    for (int x = left; x < right; x++) {
      int before = Math.floorMod(2 * left - 1 - x, width);
      int behind = Math.floorMod(2 * right - x, width);
      double t = left == 0 ? 1 : right == width ? 0 : (x + 0.5 - left) / (right - left);
      int share = (int) Math.round(256 * Ease.step(0.3, 0.7, t));
      filled[row + x] = Mixing.mix(pixels[row + before], pixels[row + behind], share);
    }
  }

  private static int[] inpainted(Plate picture, Mat mask) {
    int width = Math.max(8, picture.width() / SHRUNK);
    int height = Math.max(8, picture.height() / SHRUNK);
    Mat small = Mats.resized(Mats.colour(picture), width, height);
    Mat hole = new Mat(height, width, CV_8UC1);
    byte[] values = Mats.bytes(Mats.resized(mask, width, height));
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) ((values[i] & 255) > HARDLY ? 255 : 0);
    }
    hole.data().put(values);
    Mat whole = new Mat();
    inpaint(small, hole, whole, 4, INPAINT_TELEA);
    GaussianBlur(whole, whole, new Size(0, 0), 0.8);
    return Mats.plate(Mats.resized(whole, picture.width(), picture.height())).pixels();
  }

  /** Left, top, right, bottom of what is white; left beyond right when nothing is. */
  private static int[] bounds(Plate mask) {
    int[] bounds = {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        if ((mask.pixels()[y * mask.width() + x] >> 8 & 255) > 127) {
          bounds[0] = Math.min(bounds[0], x);
          bounds[1] = Math.min(bounds[1], y);
          bounds[2] = Math.max(bounds[2], x);
          bounds[3] = Math.max(bounds[3], y);
        }
      }
    }
    return bounds;
  }

  private static Plate filled(Plate mask, int[] bounds) {
    int[] pixels = new int[mask.pixels().length];
    for (int y = bounds[1]; y <= bounds[3]; y++) {
      java.util.Arrays.fill(
          pixels, y * mask.width() + bounds[0], y * mask.width() + bounds[2] + 1, 0xFFFFFFFF);
    }
    return new Plate(mask.width(), mask.height(), pixels);
  }

  @Override
  public boolean isCut(int frame) {
    return false;
  }

  @Override
  public void close() {
    clip.close();
    masks.close();
  }
}
