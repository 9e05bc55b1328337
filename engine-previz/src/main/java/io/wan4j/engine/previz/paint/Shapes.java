package io.wan4j.engine.previz.paint;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Outlines that illustrations are made of. */
public final class Shapes {
  private Shapes() {}

  /** A closed curve through the points (Catmull-Rom spline, as Bézier pieces); x and y in turn. */
  public static Path2D closed(double... points) {
    int count = points.length / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 0; i < count; i++) {
      int before = 2 * ((i + count - 1) % count);
      int here = 2 * i;
      int next = 2 * ((i + 1) % count);
      int after = 2 * ((i + 2) % count);
      path.curveTo(
          points[here] + (points[next] - points[before]) / 6,
          points[here + 1] + (points[next + 1] - points[before + 1]) / 6,
          points[next] - (points[after] - points[here]) / 6,
          points[next + 1] - (points[after + 1] - points[here + 1]) / 6,
          points[next],
          points[next + 1]);
    }
    path.closePath();
    return path;
  }

  /** A closed shape of straight edges; x and y in turn. */
  public static Path2D polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }

  public static Ellipse2D ellipse(double x, double y, double radiusX, double radiusY) {
    return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  public static Ellipse2D disc(double x, double y, double radius) {
    return ellipse(x, y, radius, radius);
  }

  /** Fills a limb with round ends from one point to another, of the given half widths. */
  public static void limb(
      Graphics2D brush, double x1, double y1, double half1, double x2, double y2, double half2) {
    double angle = Math.atan2(y2 - y1, x2 - x1);
    double nx = -Math.sin(angle);
    double ny = Math.cos(angle);
    brush.fill(
        polygon(
            x1 + nx * half1,
            y1 + ny * half1,
            x2 + nx * half2,
            y2 + ny * half2,
            x2 - nx * half2,
            y2 - ny * half2,
            x1 - nx * half1,
            y1 - ny * half1));
    brush.fill(disc(x1, y1, half1));
    brush.fill(disc(x2, y2, half2));
  }
}
