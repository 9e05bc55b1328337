package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import io.wan4j.engine.previz.Film;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** A named effect played on a picture: it is bent, graded, strewn with things and drawn upon. */
final class EffectFilm implements Film {
  private static final int CAROUSEL_CARDS = 7;

  private final Plate plate;
  private final Plate blurred;
  private final EffectTemplate template;
  private final ParticleField particles;
  private final Finish finish;
  private final byte[] scatterOrder;
  private final int frames;
  private final int frameRate;

  EffectFilm(
      Plate plate, EffectTemplate template, int frames, int frameRate, long seed, Finish finish) {
    this.plate = plate;
    this.template = template;
    this.frames = frames;
    this.frameRate = frameRate;
    this.finish = finish;
    this.blurred = blurred(plate);
    this.particles =
        new ParticleField(
            template.particles(),
            template.palette(),
            template.count(),
            template.size(),
            template.motion(),
            shines(template.particles()),
            seed + 17);
    this.scatterOrder =
        template.warp() == EffectWarp.Kind.SCATTER ? scatterOrder(plate, seed) : new byte[0];
  }

  private static boolean shines(ParticleArt.Shape shape) {
    return switch (shape) {
      case SPARK, EMBER, FLAKE, JELLYFISH -> true;
      default -> false;
    };
  }

  private static Plate blurred(Plate plate) {
    try (PointerScope _ = new PointerScope()) {
      Mat small =
          Mats.resized(
              Mats.of(plate), Math.max(8, plate.width() / 8), Math.max(8, plate.height() / 8));
      GaussianBlur(small, small, new Size(0, 0), 4);
      return Mats.plate(Mats.resized(small, plate.width(), plate.height()));
    }
  }

  /** Goes from the right side to the left, in shreds. */
  private static byte[] scatterOrder(Plate plate, long seed) {
    SoftNoise noise = new SoftNoise(seed + 3);
    byte[] order = new byte[plate.width() * plate.height()];
    double unit = plate.height();
    for (int y = 0; y < plate.height(); y++) {
      for (int x = 0; x < plate.width(); x++) {
        double rough = noise.at(14 * x / unit, 14 * y / unit, 4);
        double value = 0.62 * (1 - (double) x / plate.width()) + 0.38 * rough;
        order[y * plate.width() + x] = (byte) Math.round(255 * Math.clamp(value, 0.0, 1.0));
      }
    }
    return order;
  }

  @Override
  public void paint(int frame, int[] argb) {
    if (frame == 0) {
      System.arraycopy(plate.pixels(), 0, argb, 0, argb.length);
      return;
    }
    int width = plate.width();
    int height = plate.height();
    double time = (double) frame / Math.max(1, frames - 1);
    double seconds = (double) frame / frameRate;
    double in = Easing.smooth(time / 0.4);
    switch (template.warp()) {
      case TURNTABLE -> turntable(argb, time);
      case CAROUSEL -> carousel(argb, time);
      case SCATTER -> scatter(argb, time, seconds);
      default ->
          MeshWarp.paint(
              plate, EffectWarp.at(template, time, seconds, width, height), argb, width, height);
    }
    template.look().apply(argb, width, height, in);
    if (template.look().glow() > 0) {
      bloom(argb, template.look().glow() * in);
    }
    particles.paint(argb, width, height, seconds, Easing.smooth(seconds / 1.2));
    Emblem.paint(
        template.emblem(),
        argb,
        width,
        height,
        time,
        seconds,
        template.tempo(),
        template.palette());
    finish.apply(argb, frame, seconds, Finish.since(seconds), 0);
  }

  private void bloom(int[] argb, double share) {
    int weight = (int) (200 * share);
    int[] soft = blurred.pixels();
    for (int i = 0; i < argb.length; i++) {
      argb[i] = Mixing.add(argb[i], Mixing.scale(soft[i] & 0xFFFFFF, weight / 3)) | 0xFF000000;
    }
  }

  private void turntable(int[] argb, double time) {
    int width = plate.width();
    int height = plate.height();
    double away = Easing.smooth(time / 0.12);
    dim(argb, 1 - 0.45 * away);
    double angle = 2 * Math.PI * template.amount() * Easing.soft((time - 0.04) / 0.92);
    double scale = 1 - 0.26 * away;
    TurningCard.paint(plate, argb, width, height, width / 2.0, height / 2.0, scale, angle, 1);
  }

  private void carousel(int[] argb, double time) {
    int width = plate.width();
    int height = plate.height();
    double away = Easing.soft(time / 0.3);
    dim(argb, 1 - 0.5 * away);
    double turn = 2 * Math.PI * template.amount() * Easing.smooth((time - 0.15) / 0.85);
    double[] depths = new double[CAROUSEL_CARDS];
    Integer[] order = new Integer[CAROUSEL_CARDS];
    for (int i = 0; i < CAROUSEL_CARDS; i++) {
      order[i] = i;
      depths[i] = Math.cos(2 * Math.PI * i / CAROUSEL_CARDS + turn);
    }
    java.util.Arrays.sort(order, (a, b) -> Double.compare(depths[a], depths[b]));
    for (int i : order) {
      double angle = 2 * Math.PI * i / CAROUSEL_CARDS + turn;
      double near = 1 / (1 + 0.75 * away * (1 - Math.cos(angle)));
      double scale = (1 - 0.55 * away) * near;
      double x = width / 2.0 + 0.42 * width * away * Math.sin(angle) * near;
      double bob = 0.025 * height * away * Math.sin(3 * angle + 12 * time);
      double y = height * (0.5 + 0.10 * away * (near - 0.75)) + bob;
      if (i == 0 || away > 0.02) {
        TurningCard.paint(
            plate,
            argb,
            width,
            height,
            x,
            y,
            scale,
            0.75 * Math.sin(angle) * away,
            0.45 + 0.55 * near);
      }
    }
  }

  private void dim(int[] argb, double light) {
    int share = (int) Math.round(256 * light);
    int[] soft = blurred.pixels();
    for (int i = 0; i < argb.length; i++) {
      argb[i] = Mixing.scale(soft[i], share) | 0xFF000000;
    }
  }

  /** What has come loose flies off upwards to the right, and a dark haze remains. */
  private void scatter(int[] argb, double time, double seconds) {
    int width = plate.width();
    int height = plate.height();
    int front = (int) Math.round(255 * (1.15 * Easing.smooth((time - 0.03) / 0.9) - 0.05));
    int flight = 46;
    SoftNoise noise = new SoftNoise(29);
    dim(argb, 0.30);
    int[] pixels = plate.pixels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int value = scatterOrder[at] & 255;
        if (value >= front) {
          int edge = value - front;
          int lit = pixels[at];
          argb[at] = edge < 7 ? Mixing.mix(lit, 0xFFFFC070, (7 - edge) * 24) : lit;
        }
      }
    }
    int grain = Math.max(2, height / 180);
    for (int y = 0; y < height; y += grain) {
      for (int x = 0; x < width; x += grain) {
        int at = y * width + x;
        int loose = front - (scatterOrder[at] & 255);
        if (loose <= 0 || loose > flight * 2 || (x * 31 + y * 17 & 7) > 4) {
          continue;
        }
        double gone = loose / (2.0 * flight);
        double turn = noise.at(8.0 * x / height, 8.0 * y / height, 2) * 4 - 2;
        int toX = (int) (x + gone * gone * width * 0.22 * (0.6 + 0.3 * turn));
        int toY =
            (int)
                (y - gone * height * 0.16 * (0.5 + Math.abs(turn)) + 3 * Math.sin(9 * seconds + x));
        int weight = (int) (256 * (1 - gone));
        for (int dy = 0; dy < grain; dy++) {
          for (int dx = 0; dx < grain; dx++) {
            int px = toX + dx;
            int py = toY + dy;
            if (px >= 0 && py >= 0 && px < width && py < height) {
              int into = py * width + px;
              argb[into] = Mixing.mix(argb[into], pixels[at], weight);
            }
          }
        }
      }
    }
  }

  @Override
  public boolean isCut(int frame) {
    return false;
  }
}
