package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.geom.Path2D;

/** A small animal asleep: a round back that breathes, the tail about it, the chin on its paws. */
record CurledUp(Build build, Hide hide) {
  void draw(Graphics2D brush, Pose pose) {
    double chest = build.chest();
    Colour base = build.base();
    double breath = (1 + pose.idle(0.22, 0)) * chest * 0.05;
    double wide = build.body() * 0.56;
    double high = chest * 2.0 + breath;
    Path2D outline =
        Shapes.closed(
            -wide,
            -high * 0.3,
            -wide * 0.82,
            -high * 0.8,
            -wide * 0.25,
            -high,
            wide * 0.4,
            -high * 0.86,
            wide * 0.86,
            -high * 0.45,
            wide * 0.9,
            -1,
            0,
            0,
            -wide * 0.86,
            -1);
    new Form(outline, base)
        .draw(
            brush,
            inside ->
                hide.torso(
                    inside,
                    -wide * 0.6,
                    -high * 0.5,
                    wide * 0.6,
                    -high * 0.5,
                    high * 0.5,
                    high * 0.5,
                    0,
                    wide,
                    -high * 0.5),
            new LinearGradientPaint(
                0f,
                (float) -high,
                0f,
                0f,
                new float[] {0, 0.45f, 1},
                new Color[] {
                  new Color(255, 246, 224, 56), new Color(0, 0, 0, 0), new Color(34, 14, 34, 84)
                }));
    brush.setColor(base.times(0.94).awt());
    brush.fill(
        Shapes.closed(
            -wide * 0.9,
            -2,
            -wide * 0.7,
            -high * 0.6,
            -wide * 0.1,
            -high * 0.56,
            wide * 0.2,
            -high * 0.2,
            -wide * 0.1,
            -1));
    brush.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.setColor(base.times(0.7).awt(0.6));
    Path2D thigh = new Path2D.Double();
    thigh.moveTo(-wide * 0.62, -high * 0.58);
    thigh.quadTo(wide * 0.1, -high * 0.62, wide * 0.18, -high * 0.14);
    brush.draw(thigh);
    // the tail comes round in front
    brush.setColor(base.times(0.86).awt());
    brush.setStroke(
        new BasicStroke((float) (chest * 0.42), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D tail = new Path2D.Double();
    tail.moveTo(-wide * 0.84, -chest * 0.4);
    tail.quadTo(-wide * 0.4, -chest * 0.05, wide * 0.42, -chest * 0.26);
    brush.draw(tail);
    brush.setColor(base.times(0.97).awt());
    Shapes.limb(
        brush, wide * 0.5, -chest * 0.3, chest * 0.3, wide * 1.12, -chest * 0.24, chest * 0.24);
    brush.setColor(build.belly().awt(0.8));
    brush.fill(Shapes.ellipse(wide * 1.16, -chest * 0.26, chest * 0.2, chest * 0.2));
    build.headAt(brush, wide * 0.62, -build.headHeight() * 1.02, pose, 0.16);
  }
}
