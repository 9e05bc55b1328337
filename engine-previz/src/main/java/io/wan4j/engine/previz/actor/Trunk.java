package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** The trunk and neck of a standing or running animal, one outline from rump to poll. */
record Trunk(
    double body,
    double chest,
    double waist,
    double neckWidth,
    double headHeight,
    Colour base,
    Colour belly,
    Hide hide,
    String mane) {
  void draw(
      Graphics2D brush,
      double hipX,
      double hipY,
      double shoulderX,
      double shoulderY,
      double arch,
      double pollX,
      double pollY,
      double angle) {
    double midX = (hipX + shoulderX) / 2;
    double midY = (hipY + shoulderY) / 2 + arch;
    double nx = -Math.sin(angle);
    double ny = Math.cos(angle);
    double thin = headHeight * 0.74;
    boolean camel = mane.equals("hump");
    Path2D swung = swungNeck(shoulderX, shoulderY, pollX, pollY);
    if (camel) {
      // the trunk ends at the shoulder, the neck hangs before it
      pollX = shoulderX + 12;
      pollY = shoulderY - chest * 0.3;
      nx = 0;
      ny = 1;
    }
    double midNeckX = (shoulderX + pollX) / 2;
    double midNeckY = (shoulderY - chest * 0.5 + pollY) / 2;
    Path2D trunk =
        Shapes.closed(
            hipX - 15,
            hipY - 1,
            hipX - 8,
            hipY - chest * 0.76,
            hipX + 8,
            hipY - chest * 0.93 + arch * 0.3,
            midX - 8,
            midY - waist * 0.98,
            midX + 18,
            midY - waist * 1.02,
            shoulderX - 8,
            shoulderY - chest * 0.98,
            midNeckX - nx * -1 * neckWidth * -0.86 - 2,
            midNeckY - ny * neckWidth * 0.86,
            pollX - nx * -1 * thin * -1,
            pollY - ny * thin,
            pollX + nx * thin * 0.9,
            pollY + ny * thin * 0.9,
            midNeckX + nx * neckWidth * 0.9 + 4,
            midNeckY + ny * neckWidth * 0.9,
            shoulderX + 14,
            shoulderY + chest * 0.12,
            shoulderX + 7,
            shoulderY + chest * 0.95,
            shoulderX - 16,
            shoulderY + chest * 1.02,
            midX - 2,
            midY + waist * 1.15,
            hipX + 16,
            hipY + waist * 0.85 + arch * 0.3,
            hipX + 2,
            hipY + chest * 0.85,
            hipX - 12,
            hipY + chest * 0.52);
    Area outline = new Area(trunk);
    if (camel) {
      outline.add(new Area(swung));
      outline.add(new Area(hump(midX, midY)));
    }
    if (mane.equals("wool")) {
      wool(brush, hipX, hipY, shoulderX, shoulderY);
    }
    brush.setColor(base.awt());
    brush.fill(outline);
    if (mane.equals("ruff")) {
      brush.setColor(belly.mix(base, 0.35).awt());
      brush.fill(
          Shapes.closed(
              shoulderX + 2,
              shoulderY - chest * 0.5,
              shoulderX + 17,
              shoulderY,
              shoulderX + 9,
              shoulderY + chest * 1.12,
              shoulderX - 4,
              shoulderY + chest * 0.7));
    }
    Shape clip = brush.getClip();
    brush.clip(outline);
    brush.setColor(belly.awt());
    brush.fill(
        Shapes.closed(
            shoulderX + 16,
            shoulderY + chest * 0.66,
            shoulderX - 10,
            shoulderY + chest * 0.66,
            midX,
            midY + waist * 0.66,
            hipX + 16,
            hipY + waist * 0.55,
            hipX + 8,
            hipY + chest * 1.2,
            midX,
            midY + chest * 1.6,
            shoulderX,
            shoulderY + chest * 1.6));
    if (mane.equals("panda")) {
      brush.setColor(hide.dark().awt());
      brush.fill(
          Shapes.closed(
              shoulderX - 16,
              shoulderY - chest * 1.2,
              shoulderX + 8,
              shoulderY - chest * 1.3,
              shoulderX + 26,
              shoulderY + chest * 1.2,
              shoulderX - 22,
              shoulderY + chest * 1.3));
    }
    hide.torso(brush, hipX, hipY, shoulderX, shoulderY, chest, waist, arch, pollX, pollY);
    brush.setPaint(
        new LinearGradientPaint(
            0f,
            (float) (midY - chest * 1.15),
            0f,
            (float) (midY + chest * 1.15),
            new float[] {0, 0.42f, 1},
            new Color[] {
              new Color(255, 246, 224, 46), new Color(0, 0, 0, 0), new Color(34, 14, 34, 62)
            }));
    brush.fill(outline);
    brush.setClip(clip);
  }

  /** A neck that sinks from the shoulder and rises again to the head, as camels carry it. */
  private Path2D swungNeck(double x, double y, double pollX, double pollY) {
    int steps = 12;
    double[] points = new double[4 * (steps + 1)];
    double reach = pollX - x;
    double rise = y - pollY;
    for (int i = 0; i <= steps; i++) {
      double t = i / (double) steps;
      double u = 1 - t;
      double[] weights = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
      double px =
          weights[0] * (x - 6)
              + weights[1] * (x + reach * 0.9)
              + weights[2] * (x + reach * 0.62)
              + weights[3] * pollX;
      double py =
          weights[0] * (y + chest * 0.1)
              + weights[1] * (y + chest * 0.5)
              + weights[2] * (y - rise * 0.5)
              + weights[3] * pollY;
      double wide = neckWidth * (0.62 + 1.3 * u * u);
      double side = Math.PI * (0.42 - 0.3 * t) * -1;
      points[2 * i] = px + Math.sin(side) * wide;
      points[2 * i + 1] = py - Math.cos(side) * wide;
      int back = 4 * (steps + 1) - 2 - 2 * i;
      points[back] = px - Math.sin(side) * wide;
      points[back + 1] = py + Math.cos(side) * wide;
    }
    return Shapes.closed(points);
  }

  private Path2D hump(double x, double y) {
    return Shapes.closed(
        x - 34,
        y - waist * 0.6,
        x - 20,
        y - waist * 1.35,
        x - 8,
        y - waist * 2.15,
        x + 2,
        y - waist * 2.35,
        x + 12,
        y - waist * 2.05,
        x + 24,
        y - waist * 1.3,
        x + 36,
        y - waist * 0.6);
  }

  private void wool(
      Graphics2D brush, double hipX, double hipY, double shoulderX, double shoulderY) {
    brush.setColor(base.times(0.96).awt());
    int tufts = 22;
    for (int i = 0; i < tufts; i++) {
      double angle = 2 * Math.PI * i / tufts;
      double x = (hipX + shoulderX) / 2 + Math.cos(angle) * (body * 0.5 + 14);
      double y = (hipY + shoulderY) / 2 + Math.sin(angle) * chest * 1.02;
      brush.fill(Shapes.disc(x, y, 8.5));
    }
  }
}
