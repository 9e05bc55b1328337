package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.bilateralFilter;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Manners of painting a frame anew along its own light, colours and edges. */
enum Brush {
  NONE,
  /** Flat colours with thin dark outlines. */
  ANIME,
  /** Few colours with bold outlines. */
  CARTOON,
  /** Strokes that follow the picture. */
  OIL,
  /** Pale washes with wet edges on rough paper. */
  WATERCOLOUR,
  /** Black brush on paper. */
  INK,
  /** Grey strokes on paper. */
  PENCIL,
  /** Round, soft, lit from one side. */
  CLAY,
  /** Woolly. */
  FELT,
  /** Cut sheets, each with its shadow. */
  PAPER,
  /** Large squares. */
  PIXEL,
  /** Scratches and dust. */
  WORN,
  /** Edges that shine. */
  NEON,
  /** White lines on nothing but their own colour. */
  LINES,
  /** Near light, far dark: relief without colour. */
  RELIEF;

  static Brush named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  void paint(int[] frame, int width, int height) {
    switch (this) {
      case NONE -> {}
      case ANIME -> {
        smooth(frame, width, height, 2);
        steps(frame, 10);
        outline(frame, width, height, edges(frame, width, height), 1.5, 0xFF181420);
      }
      case CARTOON -> {
        smooth(frame, width, height, 3);
        steps(frame, 6);
        outline(frame, width, height, edges(frame, width, height), 3.2, 0xFF0C0C10);
      }
      case OIL -> strokes(frame, width, height, Math.max(2, height / 160));
      case WATERCOLOUR -> {
        float[] wet = edges(frame, width, height);
        strokes(frame, width, height, Math.max(2, height / 140));
        smooth(frame, width, height, 1);
        outline(frame, width, height, wet, 0.5, 0xFF4A5A70);
        grain(frame, width, height, 16, 1.6);
      }
      case INK -> {
        float[] line = edges(frame, width, height);
        strokes(frame, width, height, Math.max(2, height / 150));
        lighten(frame, 70);
        outline(frame, width, height, line, 3.4, 0xFF08080C);
        grain(frame, width, height, 10, 1.2);
      }
      case PENCIL -> pencil(frame, width, height);
      case CLAY -> {
        strokes(frame, width, height, Math.max(3, height / 90));
        light(frame, width, height, 1.5, Math.max(2.0, height / 150.0));
      }
      case FELT -> {
        strokes(frame, width, height, Math.max(2, height / 110));
        grain(frame, width, height, 34, 0.9);
      }
      case PAPER -> {
        strokes(frame, width, height, Math.max(3, height / 100));
        steps(frame, 6);
        light(frame, width, height, 2.6, Math.max(1.2, height / 300.0));
        grain(frame, width, height, 8, 0.8);
      }
      case PIXEL -> {
        squares(frame, width, height, Math.max(4, height / 72));
        steps(frame, 8);
      }
      case WORN -> grain(frame, width, height, 26, 0.7);
      case NEON -> glowEdges(frame, width, height);
      case LINES -> {
        float[] line = edges(frame, width, height);
        smooth(frame, width, height, 2);
        for (int i = 0; i < frame.length; i++) {
          int share = (int) Math.min(256, 3.2 * line[i]);
          frame[i] =
              Mixing.mix(
                  Mixing.mix(frame[i], 0xFFF6F2E8, 215),
                  Mixing.scale(frame[i], 90) | 0xFF000000,
                  share);
        }
      }
      case RELIEF -> relief(frame, width, height);
    }
  }

  private static Mat colour(int[] frame, int width, int height) {
    return Mats.colour(new Plate(width, height, frame));
  }

  private static void put(Mat mat, int[] frame) {
    System.arraycopy(Mats.plate(mat).pixels(), 0, frame, 0, frame.length);
  }

  /** Evens out surfaces and keeps edges, at half size. */
  private static void smooth(int[] frame, int width, int height, int passes) {
    try (PointerScope _ = new PointerScope()) {
      Mat small = Mats.resized(colour(frame, width, height), width / 2, height / 2);
      for (int i = 0; i < passes; i++) {
        Mat even = new Mat();
        bilateralFilter(small, even, 5, 42, 5);
        small = even;
      }
      put(Mats.resized(small, width, height), frame);
    }
  }

  /** How much darker each pixel is than its surroundings, 0 to 255: difference of two blurs. */
  private static float[] edges(int[] frame, int width, int height) {
    try (PointerScope _ = new PointerScope()) {
      Mat grey = Mats.grey(new Plate(width, height, frame));
      Mat fine = new Mat();
      Mat broad = new Mat();
      double scale = Math.max(0.6, height / 720.0);
      GaussianBlur(grey, fine, new Size(0, 0), 0.9 * scale);
      GaussianBlur(grey, broad, new Size(0, 0), 2.6 * scale);
      byte[] a = Mats.bytes(fine);
      byte[] b = Mats.bytes(broad);
      float[] edge = new float[a.length];
      for (int i = 0; i < edge.length; i++) {
        edge[i] = 9f * Math.max(0, (b[i] & 255) - (a[i] & 255) - 1.5f);
      }
      return edge;
    }
  }

  private static void outline(
      int[] frame, int width, int height, float[] edge, double strength, int ink) {
    for (int i = 0; i < width * height; i++) {
      int share = (int) Math.min(235, strength * edge[i]);
      frame[i] = Mixing.mix(frame[i], ink, share);
    }
  }

  /** Lightness in steps with soft edges; colours keep their hue. */
  private static void steps(int[] frame, int count) {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      double place = i * count / 255.0;
      double floor = Math.floor(place);
      double soft = Easing.smooth((place - floor - 0.5) * 4 + 0.5);
      table[i] = (int) Math.round((floor + soft) * 255 / count);
    }
    for (int i = 0; i < frame.length; i++) {
      int pixel = frame[i];
      int red = pixel >> 16 & 255;
      int green = pixel >> 8 & 255;
      int blue = pixel & 255;
      int light = Math.max(1, 54 * red + 183 * green + 19 * blue >> 8);
      int wanted = table[light];
      frame[i] =
          0xFF000000
              | Math.min(255, red * wanted / light) << 16
              | Math.min(255, green * wanted / light) << 8
              | Math.min(255, blue * wanted / light);
    }
  }

  /**
   * Kuwahara's filter: of the four windows beside a pixel the calmest gives its mean (Kuwahara and
   * others: Processing of RI-angiocardiographic images, 1976). Means and deviations by box sums.
   */
  private static void strokes(int[] frame, int width, int height, int radius) {
    int stride = width + 1;
    long[] sum = new long[stride * (height + 1)];
    int[] red = new int[stride * (height + 1)];
    int[] green = new int[stride * (height + 1)];
    int[] blue = new int[stride * (height + 1)];
    int[] grey = new int[stride * (height + 1)];
    for (int y = 0; y < height; y++) {
      int rowRed = 0;
      int rowGreen = 0;
      int rowBlue = 0;
      int rowGrey = 0;
      long rowSquares = 0;
      for (int x = 0; x < width; x++) {
        int pixel = frame[y * width + x];
        int light = 54 * (pixel >> 16 & 255) + 183 * (pixel >> 8 & 255) + 19 * (pixel & 255) >> 8;
        rowRed += pixel >> 16 & 255;
        rowGreen += pixel >> 8 & 255;
        rowBlue += pixel & 255;
        rowGrey += light;
        rowSquares += (long) light * light;
        int at = (y + 1) * stride + x + 1;
        red[at] = red[at - stride] + rowRed;
        green[at] = green[at - stride] + rowGreen;
        blue[at] = blue[at - stride] + rowBlue;
        grey[at] = grey[at - stride] + rowGrey;
        sum[at] = sum[at - stride] + rowSquares;
      }
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double calmest = Double.MAX_VALUE;
        for (int quarter = 0; quarter < 4; quarter++) {
          int left = Math.max(0, x - (quarter % 2 == 0 ? radius : 0));
          int right = Math.min(width, x + 1 + (quarter % 2 == 0 ? 0 : radius));
          int top = Math.max(0, y - (quarter < 2 ? radius : 0));
          int bottom = Math.min(height, y + 1 + (quarter < 2 ? 0 : radius));
          int a = top * stride + left;
          int b = top * stride + right;
          int c = bottom * stride + left;
          int d = bottom * stride + right;
          int count = (right - left) * (bottom - top);
          double mean = (double) (grey[d] - grey[b] - grey[c] + grey[a]) / count;
          double variance = (double) (sum[d] - sum[b] - sum[c] + sum[a]) / count - mean * mean;
          if (variance < calmest) {
            calmest = variance;
            frame[y * width + x] =
                0xFF000000
                    | (red[d] - red[b] - red[c] + red[a]) / count << 16
                    | (green[d] - green[b] - green[c] + green[a]) / count << 8
                    | (blue[d] - blue[b] - blue[c] + blue[a]) / count;
          }
        }
      }
    }
  }

  private static void lighten(int[] frame, int share) {
    for (int i = 0; i < frame.length; i++) {
      frame[i] = Mixing.mix(frame[i], 0xFFFFFFFF, share);
    }
  }

  /** The roughness of paper or wool, at rest in every frame. */
  private static void grain(int[] frame, int width, int height, int strength, double size) {
    SoftNoise noise = new SoftNoise(77);
    double scale = size * 360 / height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int add = (int) ((noise.at(x * scale, y * scale, 2) - 0.5) * strength);
        int at = y * width + x;
        int pixel = frame[at];
        frame[at] =
            0xFF000000
                | Math.clamp((pixel >> 16 & 255) + add, 0, 255) << 16
                | Math.clamp((pixel >> 8 & 255) + add, 0, 255) << 8
                | Math.clamp((pixel & 255) + add, 0, 255);
      }
    }
  }

  /** Dodging: the grey picture divided by its own blurred negative. */
  private static void pencil(int[] frame, int width, int height) {
    try (PointerScope _ = new PointerScope()) {
      Mat grey = Mats.grey(new Plate(width, height, frame));
      byte[] light = Mats.bytes(grey);
      GaussianBlur(grey, grey, new Size(0, 0), Math.max(2.0, height / 110.0));
      byte[] broad = Mats.bytes(grey);
      for (int i = 0; i < frame.length; i++) {
        double dodged = 255.0 * ((light[i] & 255) + 4) / ((broad[i] & 255) + 4);
        double tone = Math.min(255, 0.8 * dodged + 0.2 * (light[i] & 255) + 12);
        tone = Math.clamp((tone - 150) * 1.75 + 112, 0, 255);
        int hatch = (i % width + i / width) % 5 == 0 && (light[i] & 255) < 90 ? 26 : 0;
        int value = (int) Math.clamp(tone - hatch, 0, 255);
        frame[i] = 0xFF000000 | value << 16 | value << 8 | value;
      }
    }
  }

  /** Light from the upper left on the lightness taken as height. */
  private static void light(int[] frame, int width, int height, double strength, double blur) {
    try (PointerScope _ = new PointerScope()) {
      Mat grey = Mats.grey(new Plate(width, height, frame));
      GaussianBlur(grey, grey, new Size(0, 0), blur);
      byte[] relief = Mats.bytes(grey);
      for (int y = 1; y < height; y++) {
        for (int x = 1; x < width; x++) {
          int at = y * width + x;
          int rise = (relief[at] & 255) - (relief[at - width - 1] & 255);
          int add = (int) Math.clamp(strength * 6 * rise, -60, 60);
          int pixel = frame[at];
          frame[at] =
              0xFF000000
                  | Math.clamp((pixel >> 16 & 255) + add, 0, 255) << 16
                  | Math.clamp((pixel >> 8 & 255) + add, 0, 255) << 8
                  | Math.clamp((pixel & 255) + add, 0, 255);
        }
      }
    }
  }

  private static void squares(int[] frame, int width, int height, int size) {
    try (PointerScope _ = new PointerScope()) {
      Mat small =
          Mats.resized(
              colour(frame, width, height), Math.max(1, width / size), Math.max(1, height / size));
      Mat large = new Mat();
      resize(small, large, new Size(width, height), 0, 0, INTER_NEAREST);
      put(large, frame);
    }
  }

  private static void glowEdges(int[] frame, int width, int height) {
    float[] edge = edges(frame, width, height);
    for (int i = 0; i < frame.length; i++) {
      int x = i % width;
      int share = (int) Math.min(150, 1.4 * edge[i]);
      int shine = Mixing.mix(0xFFFF2AA8, 0xFF20E8FF, 256 * x / width);
      frame[i] = Mixing.add(Mixing.scale(frame[i], 205), Mixing.scale(shine, share)) | 0xFF000000;
    }
  }

  /** Light and place in the frame taken as nearness, as a depth picture shows it. */
  private static void relief(int[] frame, int width, int height) {
    DepthField depth = DepthGuess.of(new Plate(width, height, frame.clone()));
    strokes(frame, width, height, Math.max(2, height / 120));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        float near = depth.at((float) x / width, (float) y / height);
        frame[at] = Mixing.mix(0xFFB8C8DC, frame[at], (int) Math.clamp(70 + 300 * near, 0, 256));
      }
    }
  }
}
