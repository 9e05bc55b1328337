package io.wan4j.engine.previz.sheet;

import io.wan4j.engine.previz.scene.FrameMove;
import io.wan4j.engine.previz.scene.Mover;
import io.wan4j.engine.previz.scene.ShotStills;
import io.wan4j.storyboard.CameraMove;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * What a director draws over a panel: a frame within the frame for a camera that comes nearer or
 * goes back, bent arrows for turns, straight ones for travels, and where the actors go.
 */
final class CameraMarks {
  private static final double SAME = 0.07;

  private final Graphics2D panel;
  private final double width;
  private final double height;
  private final double unit;
  private final Arrow arrow;
  private int low;
  private int aside;

  CameraMarks(Graphics2D panel, int width, int height) {
    this.panel = panel;
    this.width = width;
    this.height = height;
    this.unit = Math.sqrt((double) width * height) / 480;
    this.arrow = new Arrow(panel, (float) (7 * unit));
  }

  void draw(ShotStills.Still still) {
    still.movers().stream().limit(2).forEach(this::mover);
    List<CameraMove> camera = still.shot().camera();
    boolean framed = camera.stream().anyMatch(move -> nears(move.kind()));
    if (framed) {
      frames(still, camera.stream().anyMatch(move -> zooms(move.kind())));
    }
    camera.forEach(move -> mark(move.kind(), facing(still)));
  }

  private static boolean nears(CameraMove.Kind kind) {
    return switch (kind) {
      case DOLLY_IN, DOLLY_OUT, POINT_OF_VIEW, AERIAL -> true;
      default -> zooms(kind);
    };
  }

  private static boolean zooms(CameraMove.Kind kind) {
    return switch (kind) {
      case ZOOM_IN, ZOOM_OUT, DOLLY_ZOOM -> true;
      default -> false;
    };
  }

  private static int facing(ShotStills.Still still) {
    return still.movers().isEmpty() ? 1 : still.movers().getFirst().facing();
  }

  /** The frame at the start or the end, whichever is not the panel itself, and where it goes. */
  private void frames(ShotStills.Still still, boolean zoom) {
    boolean inward = Math.abs(still.last().width() - 1) > SAME;
    boolean outward = !inward && Math.abs(still.first().width() - 1) > SAME;
    FrameMove inner = outward ? still.first() : still.last();
    Rectangle2D frame = within(inner);
    Rectangle2D whole = new Rectangle2D.Double(0, 0, width, height);
    arrow.line(frame, Ink.CAMERA, zoom ? dashes() : new float[0]);
    Arrow thin = new Arrow(panel, (float) (4.2 * unit));
    for (int corner = 0; corner < 4; corner++) {
      double[] from = corner(whole, corner, 14 * unit);
      double[] to = corner(frame, corner, -8 * unit);
      if (Math.hypot(to[0] - from[0], to[1] - from[1]) < 26 * unit) {
        continue;
      }
      thin.draw(
          outward
              ? new Line2D.Double(to[0], to[1], from[0], from[1])
              : new Line2D.Double(from[0], from[1], to[0], to[1]),
          Ink.CAMERA);
    }
  }

  private float[] dashes() {
    return new float[] {(float) (16 * unit), (float) (9 * unit)};
  }

  private Rectangle2D within(FrameMove move) {
    double edge = 16 * unit;
    double wide = Math.min(move.width() * width, width - 2 * edge);
    double high = Math.min(move.height() * height, height - 2 * edge);
    double left = Math.clamp(move.left() * width, edge, width - edge - wide);
    double top = Math.clamp(move.top() * height, edge, height - edge - high);
    return new Rectangle2D.Double(left, top, wide, high);
  }

  private static double[] corner(Rectangle2D frame, int number, double inset) {
    double x = number % 2 == 0 ? frame.getMinX() + inset : frame.getMaxX() - inset;
    double y = number < 2 ? frame.getMinY() + inset : frame.getMaxY() - inset;
    return new double[] {x, y};
  }

  private void mark(CameraMove.Kind kind, int facing) {
    switch (kind) {
      case PAN_LEFT -> turn(-1, 1);
      case PAN_RIGHT -> turn(1, 1);
      case WHIP_PAN_LEFT -> whip(-1);
      case WHIP_PAN_RIGHT -> whip(1);
      case TILT_UP -> nod(-1);
      case TILT_DOWN -> nod(1);
      case TRUCK_LEFT -> travel(-1);
      case TRUCK_RIGHT -> travel(1);
      case PEDESTAL_UP -> lift(-1);
      case PEDESTAL_DOWN -> lift(1);
      case CRANE_UP -> sweep(-1);
      case CRANE_DOWN -> sweep(1);
      case ORBIT_LEFT -> circle(-1);
      case ORBIT_RIGHT -> circle(1);
      case FOLLOW -> {
        travel(facing);
        travel(facing);
      }
      case ROLL -> roll();
      case RACK_FOCUS -> focus();
      case HANDHELD -> shake();
      case STATIC -> corners();
      case OVERHEAD -> lift(1);
      case DOLLY_IN, DOLLY_OUT, ZOOM_IN, ZOOM_OUT, DOLLY_ZOOM, AERIAL, POINT_OF_VIEW -> {
        // the frame within the frame says it
      }
    }
  }

  /** A row near the lower edge that no other arrow has. */
  private double row() {
    return height * 0.91 - low++ * 24 * unit;
  }

  /** A column near the right edge that no other arrow has. */
  private double column() {
    return width * 0.93 - aside++ * 30 * unit;
  }

  private void turn(int to, double reach) {
    double y = row() - 10 * unit;
    double half = width * 0.24 * reach;
    double middle = width / 2;
    arrow.draw(
        new QuadCurve2D.Double(middle - to * half, y, middle, y + 34 * unit, middle + to * half, y),
        Ink.CAMERA);
  }

  private void whip(int to) {
    turn(to, 1.35);
    double middle = width / 2;
    for (int i = 0; i < 3; i++) {
      double y = height * 0.84 - i * 13 * unit;
      double from = middle - to * width * (0.30 - 0.05 * i);
      arrow.line(new Line2D.Double(from, y, from + to * width * 0.14, y), Ink.CAMERA);
    }
  }

  private void travel(int to) {
    double y = row();
    double half = width * 0.22;
    arrow.draw(new Line2D.Double(width / 2 - to * half, y, width / 2 + to * half, y), Ink.CAMERA);
  }

  private void nod(int to) {
    double x = column();
    double half = height * 0.27;
    double middle = height * 0.47;
    arrow.draw(
        new QuadCurve2D.Double(x, middle - to * half, x + 32 * unit, middle, x, middle + to * half),
        Ink.CAMERA);
  }

  private void lift(int to) {
    double x = column();
    double half = height * 0.26;
    arrow.draw(
        new Line2D.Double(x, height * 0.47 - to * half, x, height * 0.47 + to * half), Ink.CAMERA);
  }

  private void sweep(int to) {
    double x = column();
    double half = height * 0.31;
    double middle = height * 0.47;
    arrow.draw(
        new CubicCurve2D.Double(
            x - 64 * unit,
            middle - to * half,
            x,
            middle - to * half * 0.9,
            x,
            middle,
            x,
            middle + to * half),
        Ink.CAMERA);
  }

  /** The camera's way round the subject, seen from above: the front half is nearer. */
  private void circle(int to) {
    double wide = width * 0.62;
    double high = height * 0.30;
    arrow.draw(
        new Arc2D.Double(
            (width - wide) / 2,
            height * 0.80 - high / 2,
            wide,
            high,
            to > 0 ? 170 : 10,
            to * 245,
            Arc2D.OPEN),
        Ink.CAMERA);
  }

  private void roll() {
    double across = height * 0.62;
    arrow.draw(
        new Arc2D.Double(
            (width - across) / 2, (height - across) / 2, across, across, 150, -120, Arc2D.OPEN),
        Ink.CAMERA);
  }

  private void focus() {
    double y = height * 0.16;
    double small = 15 * unit;
    double large = 26 * unit;
    double left = width * 0.38;
    double right = width * 0.62;
    arrow.line(new Ellipse2D.Double(left - small, y - small, 2 * small, 2 * small), Ink.CAMERA);
    arrow.line(new Ellipse2D.Double(right - large, y - large, 2 * large, 2 * large), Ink.CAMERA);
    new Arrow(panel, (float) (4.2 * unit))
        .draw(
            new Line2D.Double(left + small + 10 * unit, y, right - large - 10 * unit, y),
            Ink.CAMERA);
  }

  /** A frame drawn by an unsteady hand. */
  private void shake() {
    double edge = 15 * unit;
    Path2D wave = new Path2D.Double();
    double around = 2 * (width + height - 4 * edge);
    for (double way = 0; way < around; way += 2) {
      double off = 4.5 * unit * Math.sin(way / (10 * unit)) * Math.sin(way / (37 * unit));
      double[] at = along(way, edge, off);
      if (way == 0) {
        wave.moveTo(at[0], at[1]);
      } else {
        wave.lineTo(at[0], at[1]);
      }
    }
    wave.closePath();
    new Arrow(panel, (float) (4.2 * unit)).line(wave, Ink.CAMERA);
  }

  private double[] along(double way, double edge, double off) {
    double wide = width - 2 * edge;
    double high = height - 2 * edge;
    if (way < wide) {
      return new double[] {edge + way, edge + off};
    }
    if (way < wide + high) {
      return new double[] {width - edge - off, edge + way - wide};
    }
    if (way < 2 * wide + high) {
      return new double[] {width - edge - (way - wide - high), height - edge - off};
    }
    return new double[] {edge + off, height - edge - (way - 2 * wide - high)};
  }

  /** The corners of a frame that stays. */
  private void corners() {
    double edge = 16 * unit;
    double arm = 30 * unit;
    Rectangle2D whole = new Rectangle2D.Double(0, 0, width, height);
    for (int corner = 0; corner < 4; corner++) {
      double[] at = corner(whole, corner, edge);
      double dx = corner % 2 == 0 ? arm : -arm;
      double dy = corner < 2 ? arm : -arm;
      Path2D angle = new Path2D.Double();
      angle.moveTo(at[0] + dx, at[1]);
      angle.lineTo(at[0], at[1]);
      angle.lineTo(at[0], at[1] + dy);
      arrow.line(angle, Ink.CAMERA);
    }
  }

  private void mover(Mover mover) {
    double start = mover.x() + mover.facing() * (mover.length() / 2 + 0.02);
    double end = Math.clamp(start + mover.facing() * 0.14, 0.03, 0.97);
    double y = Math.clamp(mover.y() - 0.05, 0.12, 0.93) * height;
    if (Math.abs(end - start) < 0.05 || (end - start) * mover.facing() < 0) {
      return;
    }
    Color colour = Ink.ACTION;
    new Arrow(panel, (float) (6 * unit))
        .draw(new Line2D.Double(start * width, y, end * width, y), colour);
  }
}
