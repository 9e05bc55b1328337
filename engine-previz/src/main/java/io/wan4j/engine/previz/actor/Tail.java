package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Graphics2D;

/** A tail: a chain that swings, in the kinds that animals wear. */
final class Tail {
  private static final int LINKS = 14;

  private final String kind;
  private final double length;
  private final double width;
  private final Colour base;
  private final Colour dark;
  private final Colour mark;
  private final Colour belly;

  Tail(Species species) {
    kind = species.text("tail.kind");
    length = species.number("tail");
    width = species.number("tail.width");
    base = species.colour("base");
    dark = species.colour("dark");
    mark = species.colour("mark");
    belly = species.colour("belly");
  }

  void draw(Graphics2D brush, double x, double y, Pose pose, boolean moving) {
    if (kind.equals("puff")) {
      brush.setColor(belly.awt());
      brush.fill(Shapes.disc(x + 1, y + 6, width));
      return;
    }
    double swing = moving ? pose.wave(0) : 0.6 * pose.idle(0.5, 0);
    double sway = moving ? pose.wave(0.25) : pose.idle(0.5, 0.25);
    double angle = startAngle(moving, pose.motion() == Motion.LIE) + 0.22 * swing;
    double half = width * (kind.equals("bushy") ? 0.55 : 1);
    double px = x + 3;
    double py = y;
    for (int i = 0; i < LINKS; i++) {
      double t = i / (double) LINKS;
      double nx = px + Math.cos(angle) * length / LINKS;
      // a tail lies on the ground, not under it
      double ny = Math.min(-half, py + Math.sin(angle) * length / LINKS);
      double next = nextHalf(half, t);
      brush.setColor(colour(i).awt());
      Shapes.limb(brush, px, py, half, nx, ny, next);
      px = nx;
      py = ny;
      half = next;
      angle += curl(t, moving) - 0.03 * sway;
    }
    if (kind.equals("tuft") && length > 18) {
      brush.setColor(mark.awt());
      brush.fill(
          Shapes.closed(
              px + 2, py - 3, px - 4, py - 2, px - 6, py + 9, px - 1, py + 13, px + 4, py + 6));
    } else if (kind.equals("spade")) {
      brush.setColor(mark.awt());
      brush.fill(Shapes.polygon(px + 6, py - 7, px - 14, py, px + 6, py + 7));
    }
  }

  private double startAngle(boolean moving, boolean asleep) {
    return switch (kind) {
      case "up", "curl" -> Math.PI + (asleep ? 0 : moving ? 0.35 : 0.75);
      case "flowing", "tuft" -> Math.PI - (moving ? 0.35 : 0.95);
      case "bushy" -> Math.PI - (moving ? 0.1 : 0.7);
      default -> Math.PI - (moving ? 0.15 : 0.6);
    };
  }

  private double curl(double t, boolean moving) {
    return switch (kind) {
      case "up" -> 0.05;
      case "curl" -> 0.42;
      case "flowing" -> moving ? -0.045 : -0.05;
      case "tuft" -> -0.035;
      case "bushy" -> moving ? 0.02 : t < 0.5 ? -0.03 : 0.08;
      default -> t < 0.5 ? 0.05 : 0.12;
    };
  }

  private double nextHalf(double half, double t) {
    return switch (kind) {
      case "bushy" -> width * (0.55 + 0.75 * Math.sin(Math.PI * Math.min(1, t * 0.8 + 0.16)));
      case "flowing" -> width * (1 + 0.35 * Math.sin(Math.PI * t) - 0.6 * t * t);
      case "tip", "ringed", "up" -> half * 0.982;
      default -> half * 0.94;
    };
  }

  private Colour colour(int link) {
    return switch (kind) {
      case "tip" -> link >= LINKS - 2 || link > 7 && link % 3 == 0 ? mark : base;
      case "ringed" -> link % 3 == 2 || link == LINKS - 1 ? mark : base;
      case "flowing" -> mark;
      case "bushy" -> link >= LINKS - 4 ? mark : base.mix(dark, 0.18);
      default -> base;
    };
  }
}
