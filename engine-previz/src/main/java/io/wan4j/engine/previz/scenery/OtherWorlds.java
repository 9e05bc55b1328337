package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Shapes;
import java.util.Random;

/** Above the ground and off the Earth. */
final class OtherWorlds {
  private OtherWorlds() {}

  static void sky(Studio studio) {
    studio
        .sky()
        .endless(1e5, Stage.HORIZON - 60, Stage.BELOW, p -> below(studio, p))
        .clouds(Clouds.Kind.HEAPS, 0.52)
        .upright(
            14, Stage.HORIZON - 190, Stage.HORIZON + 420, 0, p -> billows(studio, p, 0.4, 241, 150))
        .upright(6, Stage.HORIZON - 60, Stage.BELOW, 0, p -> billows(studio, p, 0.15, 242, 240))
        .upright(
            2.6, Stage.HORIZON + 150, Stage.BELOW + 60, 0, p -> billows(studio, p, 0.0, 243, 380));
  }

  private static void below(Studio studio, Painting painting) {
    Light light = studio.light;
    Colour top = light.sky().getLast();
    Colour low = light.haze().mix(light.cloudShade(), 0.35);
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          double t = Ease.step(Stage.HORIZON - 60, Stage.HORIZON + 300, y);
          double seam = Ease.step(Stage.HORIZON - 60, Stage.HORIZON - 20, y);
          return top.mix(low, t).premultiplied(seam);
        });
  }

  /** A sea of clouds seen from above. */
  private static void billows(
      Studio studio, Painting painting, double distance, int salt, double length) {
    Light light = studio.light;
    int cells = studio.stage.cells(length);
    int seed = studio.stage.salted(salt);
    double first = painting.rowAt(0);
    double high = length * 0.55;
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          double u = x / studio.stage.period() * cells;
          double edge = first + 20 + high * (1 - puff(u, cells, seed));
          double inside = (y - edge) / 26;
          if (inside <= 0) {
            return 0;
          }
          double n = Noise.fractal(u * 2, y / length * 3.2, cells * 2, seed + 3, 5);
          double lit = Ease.clamp(1.05 - (y - edge) / (high * 1.5) + (n - 0.5) * 1.3);
          Colour colour = light.cloudShade().mix(light.cloudLit(), lit);
          double fade = Ease.step(0, 1, inside);
          return light.hazed(colour, distance).premultiplied(fade * 0.97);
        });
  }

  private static double puff(double u, int cells, int seed) {
    double big = Noise.fractal(u, 1.5, cells, seed, 2);
    double bumps = Noise.fractal(u * 4, 4.5, cells * 4, seed + 1, 2);
    return 0.7 * big + 0.3 * bumps;
  }

  static void space(Studio studio) {
    studio
        .endless(1e6, Stage.ABOVE, Stage.BELOW, p -> stars(studio, p))
        .upright(60, -40, 700, 0, p -> planet(studio, p, 0.76, 330, 210, Colour.of(70, 128, 200)))
        .upright(40, 60, 300, 0, p -> planet(studio, p, 0.2, 150, 46, Colour.of(206, 160, 120)))
        .upright(7, 60, 640, 0, p -> asteroids(studio, p, 0.5, 60, 10))
        .upright(3, 20, 700, 0, p -> asteroids(studio, p, 1, 300, 26));
  }

  static void planet(Studio studio) {
    studio
        .endless(1e6, Stage.ABOVE, Stage.BELOW, p -> stars(studio, p))
        .upright(60, -140, 420, 0, p -> planet(studio, p, 0.3, 120, 130, Colour.of(70, 128, 200)))
        .mountains(0.12, 150, 520, 1, 24, 21)
        .hills(0.06, -6, 34, 420, 14, 33)
        .ground(new Ground.Look(0, 0, 0, 0.9, 0.1, 0, 70))
        .upright(4, Stage.rowOf(4) - 40, Stage.rowOf(4) + 40, 0, p -> craters(studio, p, 4))
        .upright(2, Stage.rowOf(2) - 40, Stage.rowOf(2) + 60, 0, p -> craters(studio, p, 2));
  }

  private static void stars(Studio studio, Painting painting) {
    Stage stage = studio.stage;
    int cells = stage.cells(520);
    int seed = stage.salted(251);
    Colour deep = Colour.of(8, 9, 26);
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          double u = x / stage.period() * cells;
          double warp = Noise.fractal(u, y * 0.003, cells, seed + 4, 3) - 0.5;
          double band =
              Math.exp(
                  -Math.pow((y - 250 - 90 * Math.sin(2 * Math.PI * x / stage.period())) / 190, 2));
          double gas =
              Ease.step(
                  0.42, 0.8, Noise.fractal(u * 2 + warp, y * 0.006 + warp, cells * 2, seed, 5));
          double other =
              Ease.step(0.5, 0.85, Noise.fractal(u * 2 - warp, y * 0.005, cells * 2, seed + 9, 4));
          double dither = (Noise.hash((int) (x * 5), (int) (y * 5), 3) - 0.5) * 0.012;
          return deep.mix(Colour.of(88, 60, 150), gas * 0.62 * band + dither)
              .mix(Colour.of(40, 120, 160), other * 0.4 * band)
              .premultiplied(1);
        });
    Random random = stage.random(253);
    int count = (int) (stage.period() * 0.9);
    for (int i = 0; i < count; i++) {
      double size = 0.4 + 1.5 * Math.pow(random.nextDouble(), 5);
      Colour colour = Colour.of(255, 248, 236).mix(Colour.of(170, 200, 255), random.nextDouble());
      double alpha = 0.3 + 0.7 * random.nextDouble();
      painting.paintAt(
          random.nextDouble() * stage.period(),
          Stage.ABOVE + random.nextDouble() * (Stage.BELOW - Stage.ABOVE),
          8,
          brush -> {
            if (size > 1.3) {
              brush.setColor(colour.awt(0.16));
              brush.fill(Shapes.disc(0, 0, size * 4));
            }
            brush.setColor(colour.awt(alpha));
            brush.fill(Shapes.disc(0, 0, size));
          });
    }
  }

  private static void planet(
      Studio studio, Painting painting, double at, double centreY, double radius, Colour sea) {
    Stage stage = studio.stage;
    double centreX = at * stage.width();
    double half = stage.period() / 2;
    Colour land = Colour.of(96, 142, 84);
    Colour cloud = Colour.of(244, 248, 252);
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          double dx = x - centreX;
          dx = dx > half ? dx - 2 * half : dx < -half ? dx + 2 * half : dx;
          double u = dx / radius;
          double v = (y - centreY) / radius;
          double r = Math.sqrt(u * u + v * v);
          double air = Math.exp(-Math.max(0, r - 1) * 13) * 0.75;
          double day =
              Ease.step(
                  -0.55,
                  0.65,
                  -0.62 * u - 0.4 * v + 0.66 * Math.sqrt(Math.max(0, 1 - r * r)) - 0.3);
          if (r > 1.0) {
            double facing = Ease.step(-0.6, 0.8, -0.8 * u - 0.5 * v);
            return sea.mix(cloud, 0.5).premultiplied(air * facing * (r < 1.5 ? 1 : 0));
          }
          double z = Math.sqrt(1 - r * r);
          double mx = Math.atan2(u, z) * 2.2 + 40;
          double my = Math.asin(Math.max(-1, Math.min(1, v))) * 2.6 + 9;
          double ground = Noise.fractal(mx, my, 1 << 12, 31, 5);
          double white = Ease.step(0.5, 0.68, Noise.fractal(mx * 1.4, my * 2.4, 1 << 12, 57, 5));
          Colour base = sea.mix(land, Ease.step(0.52, 0.56, ground)).mix(cloud, white * 0.85);
          double rim = Math.pow(r, 8) * 0.5;
          return base.times(0.05 + 0.98 * day)
              .mix(sea.mix(cloud, 0.6).times(0.2 + day * 0.8), rim * day)
              .premultiplied(Math.min(1, (1 - r) * radius));
        });
  }

  private static void asteroids(
      Studio studio, Painting painting, double amount, double each, double size) {
    Random random = studio.stage.random(260 + (int) size);
    int count = (int) (studio.stage.period() / each * amount);
    double top = painting.rowAt(0) + 30;
    double bottom = painting.rowAt(painting.rows() - 1) - 30;
    for (int i = 0; i < count; i++) {
      double y = top + (bottom - top) * random.nextDouble();
      double radius = size * (0.3 + random.nextDouble());
      double x = random.nextDouble() * studio.stage.period();
      double[] outline = new double[18];
      double[] face = new double[18];
      for (int k = 0; k < 9; k++) {
        double angle = 2 * Math.PI * k / 9;
        double reach = radius * (0.75 + 0.4 * random.nextDouble());
        outline[2 * k] = Math.cos(angle) * reach;
        outline[2 * k + 1] = Math.sin(angle) * reach * 0.8;
        face[2 * k] = outline[2 * k] * 0.7 - radius * 0.2;
        face[2 * k + 1] = outline[2 * k + 1] * 0.7 - radius * 0.16;
      }
      painting.paintAt(
          x,
          y,
          radius * 2,
          brush -> {
            brush.setColor(Colour.of(52, 50, 66).awt());
            brush.fill(Shapes.closed(outline));
            brush.setColor(Colour.of(146, 140, 152).awt(0.8));
            brush.fill(Shapes.closed(face));
          });
    }
  }

  private static void craters(Studio studio, Painting painting, double depth) {
    Random random = studio.stage.random(270 + (int) depth);
    int count = (int) (studio.stage.period() / (260 / depth + 90));
    Colour rim = studio.light.lit(studio.materials.groundFar());
    Colour pit = studio.light.shaded(studio.materials.groundNear()).times(0.7);
    for (int i = 0; i < count; i++) {
      double r = (50 + 90 * random.nextDouble()) / depth;
      double y = Stage.rowOf(depth) + 14 * (random.nextDouble() - 0.5);
      painting.paintAt(
          random.nextDouble() * studio.stage.period(),
          y,
          r * 2,
          brush -> {
            brush.setColor(rim.awt(0.75));
            brush.fill(Shapes.ellipse(0, 0, r, r * 0.26));
            brush.setColor(pit.awt());
            brush.fill(Shapes.ellipse(0, r * 0.03, r * 0.86, r * 0.19));
            brush.setColor(pit.mix(rim, 0.45).awt());
            brush.fill(Shapes.ellipse(r * 0.06, r * 0.1, r * 0.66, r * 0.11));
          });
    }
  }
}
