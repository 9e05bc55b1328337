package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Trees and bushes. Each is painted with its foot at the brush's origin, about 100 units high, in
 * the colours of its distance.
 */
final class Trees {
  /** The kinds that grow in our places. */
  enum Kind {
    ACACIA,
    BROADLEAF,
    CONIFER,
    PALM,
    BUSH,
    CACTUS,
    BARE
  }

  /** Trees drawn larger than this have finer leaves. */
  private static final double COARSE = 1.6;

  private final Light light;
  private final Colour wood;
  private final Colour dark;
  private final Colour leaf;
  private final Colour lit;
  private final double sun;
  private final boolean snowy;

  /**
   * @param distance share of haze, 0 near to 1
   * @param snowy whether snow lies on the branches
   */
  Trees(Light light, Materials materials, double distance, boolean snowy) {
    this.light = light;
    this.snowy = snowy;
    this.wood = light.hazed(light.shaded(materials.trunk()), distance);
    this.dark = light.hazed(light.shaded(materials.foliage()).times(0.86), distance);
    this.leaf = light.hazed(light.lit(materials.foliage()), distance);
    this.lit = light.hazed(light.lit(materials.foliageLit()), distance * 0.85);
    this.sun = light.sunX() > 0.5 ? 1 : -1;
  }

  void paint(Painting painting, Kind kind, double x, double y, double scale, long seed) {
    painting.paintAt(
        x,
        y,
        90 * scale,
        brush -> {
          brush.scale(scale, scale);
          Random random = new Random(seed);
          switch (kind) {
            case ACACIA -> acacia(brush, random);
            case BROADLEAF -> broadleaf(brush, random, Math.min(1, COARSE / scale));
            case CONIFER -> conifer(brush, random);
            case PALM -> palm(brush, random);
            case BUSH -> bush(brush, random, Math.min(1, COARSE / scale));
            case CACTUS -> cactus(brush, random);
            case BARE -> bare(brush, random);
          }
        });
  }

  private void footShadow(Graphics2D brush, double half) {
    brush.setColor(light.shadow().awt(0.28));
    brush.fill(Shapes.ellipse(-sun * half * 0.25, 0.5, half, half * 0.13));
  }

  private void branch(
      Graphics2D brush,
      double x,
      double y,
      double angle,
      double length,
      double half,
      int forks,
      Random random,
      List<double[]> tips) {
    double endX = x + Math.cos(angle) * length;
    double endY = y + Math.sin(angle) * length;
    Shapes.limb(brush, x, y, half, endX, endY, half * 0.68);
    if (forks == 0) {
      tips.add(new double[] {endX, endY});
      return;
    }
    int count = random.nextDouble() < 0.35 ? 3 : 2;
    for (int i = 0; i < count; i++) {
      double spread = (i - (count - 1) / 2.0) * (0.62 + 0.2 * random.nextDouble());
      double upright = -Math.PI / 2 + (angle + Math.PI / 2) * 0.78 + spread;
      branch(
          brush,
          endX,
          endY,
          upright,
          length * (0.64 + 0.16 * random.nextDouble()),
          half * 0.68,
          forks - 1,
          random,
          tips);
    }
  }

  private void acacia(Graphics2D brush, Random random) {
    footShadow(brush, 30);
    brush.setColor(wood.awt());
    List<double[]> tips = new ArrayList<>();
    branch(brush, 0, 2, -Math.PI / 2 + 0.1 * random.nextGaussian(), 34, 4, 3, random, tips);
    double top = tips.stream().mapToDouble(tip -> tip[1]).average().orElse(-80);
    double left = tips.stream().mapToDouble(tip -> tip[0]).min().orElse(-40) - 20;
    double right = tips.stream().mapToDouble(tip -> tip[0]).max().orElse(40) + 20;
    double middle = (left + right) / 2;
    double half = (right - left) / 2;
    for (int pass = 0; pass < 3; pass++) {
      for (int i = 0; i < 110; i++) {
        double u = 2 * random.nextDouble() - 1;
        double v = random.nextDouble();
        double dome = Math.sqrt(1 - u * u);
        double x = middle + u * half;
        double y = top + 4 - v * 19 * dome + 1.4 * random.nextGaussian();
        double rx = (3.5 + 8 * random.nextDouble()) * (0.55 + 0.45 * dome);
        double ry = 1.9 + 2.2 * random.nextDouble();
        if (pass == 0) {
          brush.setColor(dark.awt(0.92));
          brush.fill(Shapes.ellipse(x, y, rx, ry));
        } else if (v > (pass == 1 ? 0.45 : 0.72)) {
          Colour colour = pass == 1 ? leaf : lit;
          brush.setColor(colour.awt(pass == 1 ? 0.7 : 0.6));
          brush.fill(Shapes.ellipse(x + sun * 2, y - 1.4, rx * 0.6, ry * 0.6));
        }
      }
    }
  }

  private void crown(
      Graphics2D brush,
      Random random,
      double x,
      double y,
      double rx,
      double ry,
      int blobs,
      double grain) {
    for (int pass = 0; pass < 4; pass++) {
      double fine = pass == 0 ? Math.sqrt(grain) : grain;
      int count = (int) Math.round(blobs / (fine * fine));
      for (int i = 0; i < count; i++) {
        double angle = 2 * Math.PI * random.nextDouble();
        double reach = Math.sqrt(random.nextDouble());
        double bx = x + Math.cos(angle) * reach * rx;
        double by = y + Math.sin(angle) * reach * ry;
        double size = (pass == 0 ? 0.30 : pass == 1 ? 0.2 : 0.11) * rx;
        size *= fine * (0.6 + 0.7 * random.nextDouble());
        double facing = (bx - x) / rx * sun * 0.55 - (by - y) / ry * 0.75;
        if (pass == 0) {
          brush.setColor(dark.awt(0.95));
        } else if (pass == 1 && facing > -0.35) {
          brush.setColor(dark.mix(leaf, 0.6 + 0.4 * Ease.clamp(facing)).awt(0.85));
        } else if (pass == 2 && facing > 0.1) {
          brush.setColor(leaf.mix(lit, Ease.clamp(0.2 + facing * 0.7)).awt(0.8));
        } else if (pass == 3 && facing > 0.38) {
          brush.setColor(lit.awt(0.75));
        } else {
          continue;
        }
        brush.fill(Shapes.ellipse(bx, by, size * 1.1, size));
      }
    }
  }

  private void broadleaf(Graphics2D brush, Random random, double grain) {
    footShadow(brush, 42);
    brush.setColor(wood.awt());
    List<double[]> tips = new ArrayList<>();
    branch(brush, 0, 2, -Math.PI / 2 + 0.06 * random.nextGaussian(), 30, 4.6, 2, random, tips);
    crown(brush, random, random.nextGaussian() * 2, -72, 36, 26, 46, grain);
    crown(brush, random, -20 * sun + random.nextGaussian() * 4, -56, 22, 16, 26, grain);
    crown(brush, random, 22 * sun + random.nextGaussian() * 4, -60, 21, 15, 26, grain);
    crown(brush, random, random.nextGaussian() * 8, -90, 21, 15, 26, grain);
  }

  private void bush(Graphics2D brush, Random random, double grain) {
    footShadow(brush, 34);
    crown(brush, random, -14, -12, 18, 12, 22, grain);
    crown(brush, random, 12, -15, 20, 15, 26, grain);
  }

  private void conifer(Graphics2D brush, Random random) {
    footShadow(brush, 26);
    brush.setColor(wood.awt());
    Shapes.limb(brush, 0, 1, 2.6, 0, -40, 1.6);
    int tiers = 8;
    Colour snow = light.lit(Colour.of(246, 250, 255));
    for (int i = 0; i < tiers; i++) {
      double t = i / (double) (tiers - 1);
      double y = -14 - 68 * t;
      double half = (27 * (1 - t) + 4) * (0.92 + 0.16 * random.nextDouble());
      double drop = 13 - 5 * t;
      Path2D tier = tier(y, half, drop, random);
      brush.setColor(dark.mix(leaf, 0.25 + 0.3 * t).awt());
      brush.fill(tier);
      brush.setColor((snowy ? snow : lit).awt(snowy ? 0.9 : 0.42));
      brush.fill(
          Shapes.closed(
              0,
              y - drop * 1.35,
              sun * half * 0.34,
              y - drop * 0.2,
              sun * half * 0.8,
              y + drop * 0.42,
              sun * half * 0.3,
              y + drop * 0.22,
              -sun * half * 0.04,
              y - drop * 0.2));
      if (snowy) {
        brush.setColor(snow.mix(light.shaded(snow), 0.4).awt(0.8));
        brush.fill(
            Shapes.closed(
                0,
                y - drop * 1.3,
                -sun * half * 0.5,
                y + drop * 0.1,
                -sun * half * 0.75,
                y + drop * 0.5,
                -sun * half * 0.2,
                y));
      }
    }
  }

  private static Path2D tier(double y, double half, double drop, Random random) {
    Path2D path = new Path2D.Double();
    path.moveTo(0, y - drop * 1.9);
    path.quadTo(half * 0.25, y - drop * 0.2, half, y + drop * 0.55);
    int teeth = 5;
    for (int i = 1; i <= teeth; i++) {
      double x = half - 2 * half * i / teeth;
      double middle = x + half / teeth;
      path.quadTo(middle, y + drop * (0.1 + 0.3 * random.nextDouble()), x, y + drop * 0.55);
    }
    path.quadTo(-half * 0.25, y - drop * 0.2, 0, y - drop * 1.9);
    path.closePath();
    return path;
  }

  private void palm(Graphics2D brush, Random random) {
    footShadow(brush, 22);
    double bend = 14 + 10 * random.nextDouble();
    bend *= random.nextBoolean() ? 1 : -1;
    brush.setColor(wood.awt());
    double x = 0;
    double y = 2;
    for (int i = 1; i <= 12; i++) {
      double t = i / 12.0;
      double nextX = bend * t * t;
      double nextY = -84 * t;
      Shapes.limb(brush, x, y, 3.4 - 1.5 * t, nextX, nextY, 3.2 - 1.5 * t);
      x = nextX;
      y = nextY;
    }
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < 9; i++) {
        double angle = -Math.PI * (0.02 + 0.96 * (i + 0.5 * pass) / 8.5);
        double length = 40 + 8 * random.nextDouble();
        frond(
            brush, x, y, angle, length, pass == 0 ? dark : i % 2 == 0 ? leaf : lit.mix(leaf, 0.4));
      }
    }
    brush.setColor(wood.times(0.8).awt());
    brush.fill(Shapes.disc(x - 2, y + 3, 2.4));
    brush.fill(Shapes.disc(x + 3, y + 3.4, 2.4));
  }

  private static void frond(
      Graphics2D brush, double x, double y, double angle, double length, Colour colour) {
    double tipX = x + Math.cos(angle) * length;
    double tipY = y + Math.sin(angle) * length * 0.55 + length * 0.42;
    double bowX = x + Math.cos(angle) * length * 0.55;
    double bowY = y + Math.sin(angle) * length * 0.62 - length * 0.1;
    brush.setColor(colour.awt(0.96));
    Path2D path = new Path2D.Double();
    path.moveTo(x, y);
    path.quadTo(bowX, bowY - 3, tipX, tipY);
    path.quadTo(bowX, bowY + 7, x, y);
    path.closePath();
    brush.fill(path);
    brush.setStroke(new BasicStroke(0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 2; i < 12; i++) {
      double t = i / 12.0;
      double px = (1 - t) * (1 - t) * x + 2 * t * (1 - t) * bowX + t * t * tipX;
      double py = (1 - t) * (1 - t) * y + 2 * t * (1 - t) * bowY + t * t * tipY;
      double hang = 10 * Math.sin(Math.PI * t) + 3;
      brush.draw(
          new CubicCurve2D.Double(
              px,
              py,
              px + (tipX - x) * 0.05,
              py + hang * 0.4,
              px + (tipX - x) * 0.07,
              py + hang * 0.8,
              px + (tipX - x) * 0.08,
              py + hang));
    }
  }

  private void cactus(Graphics2D brush, Random random) {
    footShadow(brush, 18);
    column(brush, 0, 0, -62 - 16 * random.nextDouble(), 6.5);
    int side = random.nextBoolean() ? 1 : -1;
    arm(brush, side, -30 - 8 * random.nextDouble(), 15, 24);
    arm(brush, -side, -18 - 8 * random.nextDouble(), 13, 17);
  }

  private void arm(Graphics2D brush, int side, double y, double out, double up) {
    brush.setColor(leaf.mix(dark, 0.3).awt());
    Shapes.limb(brush, 0, y, 4.2, side * out, y - 2, 4.2);
    column(brush, side * out, y - 2, y - up, 4.4);
  }

  private void column(Graphics2D brush, double x, double foot, double head, double half) {
    brush.setColor(dark.mix(leaf, 0.35).awt());
    Shapes.limb(brush, x, foot, half, x, head, half);
    brush.setColor(leaf.awt(0.9));
    Shapes.limb(
        brush, x + sun * half * 0.3, foot, half * 0.55, x + sun * half * 0.3, head, half * 0.55);
    brush.setColor(lit.awt(0.6));
    Shapes.limb(
        brush, x + sun * half * 0.55, foot, half * 0.2, x + sun * half * 0.55, head, half * 0.2);
  }

  private void bare(Graphics2D brush, Random random) {
    footShadow(brush, 24);
    brush.setColor(wood.awt());
    branch(
        brush,
        0,
        2,
        -Math.PI / 2 + 0.08 * random.nextGaussian(),
        32,
        3.6,
        5,
        random,
        new ArrayList<>());
  }
}
