package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;

/** A four-legged beast with wings: on its feet it is the beast, in the air it flies. */
final class WingedBeast implements Rig {
  private static final double LOW = 250;

  private final Rig beast;
  private final Colour skin;
  private final Colour bone;

  WingedBeast(Rig beast, Colour skin, Colour bone) {
    this.beast = beast;
    this.skin = skin;
    this.bone = bone;
  }

  @Override
  public double height() {
    return beast.height();
  }

  @Override
  public double length() {
    return beast.length() * 1.08;
  }

  @Override
  public double reach() {
    return beast.height() * 2.6;
  }

  @Override
  public double[] head(Motion motion) {
    return beast.head(motion);
  }

  @Override
  public double stride(Motion motion) {
    return motion == Motion.FLY ? 300 : beast.stride(motion);
  }

  @Override
  public double cadence(Motion motion) {
    return motion == Motion.FLY ? 0.95 : beast.cadence(motion);
  }

  @Override
  public Motion natural() {
    return Motion.FLY;
  }

  @Override
  public double altitude() {
    return LOW;
  }

  @Override
  public double[] saddle() {
    return beast.saddle();
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    boolean flying = pose.motion() == Motion.FLY;
    double beat = flying ? 0.25 + 0.75 * pose.wave(0) : 0.12 * pose.idle(0.3, 0) - 0.5;
    double late = flying ? 0.3 + 0.7 * pose.wave(-0.09) : beat - 0.3;
    double heave = flying ? 12 * pose.wave(0.25) : 0;
    AffineTransform keep = brush.getTransform();
    brush.translate(0, heave);
    double x = beast.length() * 0.14;
    double y = beast.saddle()[1] * 1.02;
    wing(brush, x + 34, y - 4, beat * 0.85 + 0.12, late * 0.85 + 0.12, 0.9, 0.66);
    Pose body =
        flying ? new Pose(Motion.RUN, pose.seconds(), 0.30 + 0.05 * beat, pose.mouth()) : pose;
    beast.draw(brush, body);
    wing(brush, x, y, beat, late, 1, 1);
    brush.setTransform(keep);
  }

  /** A wing of skin between three fingers, raised by the beat; its tip comes a little later. */
  private void wing(
      Graphics2D brush, double x, double y, double beat, double late, double size, double shade) {
    double span = beast.height() * 1.0 * size;
    double armUp = -0.9 - 0.75 * beat;
    double tipUp = -0.55 - 0.95 * late;
    double elbowX = x - span * 0.34 * Math.cos(armUp);
    double elbowY = y + span * 0.62 * Math.sin(armUp);
    double tipX = elbowX - span * 0.72 * Math.cos(tipUp);
    double tipY = elbowY + span * 0.98 * Math.sin(tipUp);
    double secondX = elbowX - span * 0.98 * Math.cos(tipUp + 0.55);
    double secondY = elbowY + span * 0.78 * Math.sin(tipUp + 0.62);
    double thirdX = x - span * 0.82;
    double thirdY = y + span * 0.26 * Math.sin(tipUp + 1.1);
    brush.setColor(skin.times(shade).awt(0.96));
    brush.fill(
        Shapes.polygon(
            x + span * 0.12,
            y,
            elbowX,
            elbowY,
            tipX,
            tipY,
            (tipX + secondX) / 2 + span * 0.10,
            (tipY + secondY) / 2 + span * 0.05,
            secondX,
            secondY,
            (secondX + thirdX) / 2 + span * 0.12,
            (secondY + thirdY) / 2 + span * 0.02,
            thirdX,
            thirdY,
            x - span * 0.28,
            y + span * 0.10));
    brush.setColor(bone.times(shade).awt());
    brush.setStroke(
        new BasicStroke((float) (span * 0.035), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(elbowX, elbowY, tipX, tipY));
    brush.draw(new Line2D.Double(elbowX, elbowY, secondX, secondY));
    brush.draw(new Line2D.Double(elbowX, elbowY, thirdX, thirdY));
    Shapes.limb(brush, x + span * 0.06, y, span * 0.055, elbowX, elbowY, span * 0.03);
  }
}
