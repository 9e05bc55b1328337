package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.FLOODFILL_FIXED_RANGE;
import static org.bytedeco.opencv.global.opencv_imgproc.FLOODFILL_MASK_ONLY;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.floodFill;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A reference made ready to stand in another picture: by its own transparency, or freed from a
 * plain ground, or else as a card with round corners and a white rim. A card is honest where a
 * guessed outline would be wrong.
 *
 * @param plate premultiplied
 * @param card whether it is a card
 */
record CutOut(Plate plate, boolean card) {
  /** How far, of 255, a ground may stray from its middle colour to be plain. */
  private static final double PLAIN = 9;

  private static final double RIM = 0.018;
  private static final double CORNER = 0.05;

  static CutOut of(Plate picture, int maximumHeight, int maximumWidth) {
    Plate small = Fitting.within(picture, maximumWidth, maximumHeight);
    if (transparentShare(small) > 0.02) {
      return new CutOut(trim(small), false);
    }
    if (plainGround(small)) {
      Plate freed = freed(small);
      double left = 1 - transparentShare(freed);
      if (left > 0.03 && left < 0.9) {
        return new CutOut(trim(freed), false);
      }
    }
    return new CutOut(card(small, cardMask(small.width(), small.height())), true);
  }

  /**
   * The same without its ground, of the same size; empty when its ground is not plain. For the
   * frames of a clip, which must not jump about by being trimmed.
   */
  static Optional<CutOut> standing(Plate picture) {
    if (!plainGround(picture)) {
      return Optional.empty();
    }
    Plate freed = freed(picture);
    double left = 1 - transparentShare(freed);
    return left > 0.03 && left < 0.9 ? Optional.of(new CutOut(freed, false)) : Optional.empty();
  }

  private static double transparentShare(Plate plate) {
    int clear = 0;
    for (int pixel : plate.pixels()) {
      clear += pixel >>> 24 < 128 ? 1 : 0;
    }
    return (double) clear / plate.pixels().length;
  }

  /** Whether the rim of the picture has one colour almost everywhere. */
  private static boolean plainGround(Plate plate) {
    int[] rim = rim(plate);
    int ground = ground(rim);
    int off = 0;
    for (int pixel : rim) {
      off += apart(pixel, ground) > 2 * PLAIN ? 1 : 0;
    }
    return off < 0.12 * rim.length;
  }

  private static int[] rim(Plate plate) {
    int width = plate.width();
    int height = plate.height();
    int[] rim = new int[2 * (width + height)];
    int n = 0;
    for (int x = 0; x < width; x++) {
      rim[n++] = plate.pixels()[x];
      rim[n++] = plate.pixels()[(height - 1) * width + x];
    }
    for (int y = 0; y < height; y++) {
      rim[n++] = plate.pixels()[y * width];
      rim[n++] = plate.pixels()[y * width + width - 1];
    }
    return rim;
  }

  /** The middle colour of the rim, channel by channel. */
  private static int ground(int[] rim) {
    int ground = 0;
    for (int channel = 0; channel < 3; channel++) {
      int[] values = new int[rim.length];
      for (int i = 0; i < rim.length; i++) {
        values[i] = rim[i] >> 8 * channel & 255;
      }
      Arrays.sort(values);
      ground |= values[rim.length / 2] << 8 * channel;
    }
    return ground;
  }

  private static int apart(int one, int other) {
    int far = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      far = Math.max(far, Math.abs((one >> shift & 255) - (other >> shift & 255)));
    }
    return far;
  }

  /** Takes away what hangs together with the rim and has its colour. */
  private static Plate freed(Plate plate) {
    int width = plate.width();
    int height = plate.height();
    int ground = ground(rim(plate));
    try (PointerScope _ = new PointerScope()) {
      Mat colour = Mats.colour(plate);
      Mat mask = new Mat(height + 2, width + 2, CV_8UC1, new Scalar(0));
      Scalar reach = Scalar.all(2.2 * PLAIN);
      int flags = 4 | 255 << 8 | FLOODFILL_FIXED_RANGE | FLOODFILL_MASK_ONLY;
      int step = Math.max(1, width / 24);
      byte[] seen;
      for (int i = 0; i < 2 * (width + height) / step; i++) {
        int along = i * step;
        Point seed;
        if (along < width) {
          seed = new Point(along, 0);
        } else if (along < 2 * width) {
          seed = new Point(along - width, height - 1);
        } else if (along < 2 * width + height) {
          seed = new Point(0, along - 2 * width);
        } else {
          seed = new Point(width - 1, Math.min(height - 1, along - 2 * width - height));
        }
        // Where the figure itself touches the rim there is no ground to begin from.
        if (apart(plate.pixels()[seed.y() * width + seed.x()], ground) > 2 * PLAIN) {
          continue;
        }
        floodFill(colour, mask, seed, new Scalar(0), new Rect(), reach, reach, flags);
      }
      Mat inner = new Mat(mask, new Rect(1, 1, width, height)).clone();
      GaussianBlur(inner, inner, new Size(0, 0), 1.1, 1.1, BORDER_REFLECT_101, 0);
      seen = Mats.bytes(inner);
      int[] pixels = new int[width * height];
      for (int i = 0; i < pixels.length; i++) {
        int free = seen[i] & 255;
        int cover = Math.clamp((long) (1.35 * (255 - free) - 70), 0, 255);
        pixels[i] = cover << 24 | Mixing.scale(plate.pixels()[i] & 0xFFFFFF, cover + (cover >> 7));
      }
      return new Plate(width, height, pixels);
    }
  }

  /** Without the empty rows and columns around. */
  private static Plate trim(Plate plate) {
    int left = plate.width();
    int right = -1;
    int top = plate.height();
    int bottom = -1;
    for (int y = 0; y < plate.height(); y++) {
      for (int x = 0; x < plate.width(); x++) {
        if (plate.pixels()[y * plate.width() + x] >>> 24 > 24) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    return right <= left || bottom <= top
        ? plate
        : Fitting.crop(plate, left, top, right - left + 1, bottom - top + 1);
  }

  /** The outline of a card: where its picture is seen, and its white rim. Premultiplied white. */
  static Plate cardMask(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    double unit = Math.min(width, height);
    double corner = 2 * CORNER * unit;
    g.setColor(Color.WHITE);
    g.fill(new RoundRectangle2D.Double(0, 0, width, height, corner, corner));
    double rim = RIM * unit;
    g.setColor(Color.BLACK);
    g.fill(
        new RoundRectangle2D.Double(
            rim, rim, width - 2 * rim, height - 2 * rim, corner - rim, corner - rim));
    g.dispose();
    return new Plate(width, height, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
  }

  /** A picture seen through the outline of a card of its size. */
  static Plate card(Plate picture, Plate mask) {
    int[] pixels = new int[picture.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      int outline = mask.pixels()[i];
      int cover = outline >>> 24;
      int white = outline & 255;
      int seen = Mixing.mix(picture.pixels()[i] | 0xFF000000, 0xFFFAFAF7, white + (white >> 7));
      pixels[i] = cover == 255 ? seen : Mixing.scale(seen, cover + (cover >> 7));
    }
    return new Plate(picture.width(), picture.height(), pixels);
  }
}
