package io.wan4j.engine.previz.sheet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/** A line of any bend with a head at its end, in a bright colour on a pale halo. */
final class Arrow {
  private final Graphics2D panel;
  private final float thick;

  /**
   * @param thick pixels of the shaft
   */
  Arrow(Graphics2D panel, float thick) {
    this.panel = panel;
    this.thick = thick;
  }

  /** Draws along a path; the head stands at its end. */
  void draw(Shape path, Color colour) {
    List<double[]> points = points(path);
    double[] tip = points.getLast();
    double head = thick * 3.4;
    double[] before = points.getFirst();
    int kept = points.size() - 1;
    while (kept > 0
        && Math.hypot(tip[0] - points.get(kept)[0], tip[1] - points.get(kept)[1]) < head) {
      before = points.get(--kept);
    }
    double angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
    Path2D shaft = new Path2D.Double();
    shaft.moveTo(points.getFirst()[0], points.getFirst()[1]);
    for (int i = 1; i <= kept; i++) {
      shaft.lineTo(points.get(i)[0], points.get(i)[1]);
    }
    shaft.lineTo(tip[0] - Math.cos(angle) * head * 0.75, tip[1] - Math.sin(angle) * head * 0.75);
    Shape triangle = head(tip, angle, head);
    stroke(shaft, triangle, thick + thick * 0.9f, Ink.HALO);
    stroke(shaft, triangle, thick, colour);
  }

  /** Draws a line without a head. */
  void line(Shape path, Color colour, float... dashes) {
    panel.setStroke(new BasicStroke(thick * 1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    panel.setColor(Ink.HALO);
    panel.draw(path);
    panel.setStroke(
        dashes.length == 0
            ? new BasicStroke(thick * 0.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            : new BasicStroke(
                thick * 0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    panel.setColor(colour);
    panel.draw(path);
  }

  private void stroke(Shape shaft, Shape triangle, float width, Color colour) {
    panel.setColor(colour);
    panel.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    panel.draw(shaft);
    panel.fill(triangle);
    if (width > thick) {
      panel.setStroke(
          new BasicStroke(width - thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      panel.draw(triangle);
    }
  }

  private static Shape head(double[] tip, double angle, double length) {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(0, 0);
    triangle.lineTo(-length, -length * 0.52);
    triangle.lineTo(-length, length * 0.52);
    triangle.closePath();
    AffineTransform place = AffineTransform.getTranslateInstance(tip[0], tip[1]);
    place.rotate(angle);
    return place.createTransformedShape(triangle);
  }

  private static List<double[]> points(Shape path) {
    List<double[]> points = new ArrayList<>();
    PathIterator steps = new FlatteningPathIterator(path.getPathIterator(null), 0.3);
    double[] at = new double[6];
    while (!steps.isDone()) {
      if (steps.currentSegment(at) != PathIterator.SEG_CLOSE) {
        points.add(new double[] {at[0], at[1]});
      }
      steps.next();
    }
    return points;
  }
}
