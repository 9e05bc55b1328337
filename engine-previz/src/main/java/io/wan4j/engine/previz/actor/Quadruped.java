package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * A four-legged animal seen from the side. Its spine runs from hip to shoulder and bends in the
 * gallop; feet follow the {@link Gait} and pull the legs after them.
 */
final class Quadruped implements Rig {
  private final double tall;
  private final double body;
  private final double leg;
  private final double legWidth;
  private final double chest;
  private final double waist;
  private final double neck;
  private final double neckAngle;
  private final double neckWidth;
  private final double headHeight;
  private final double stride;
  private final double lift;
  private final double flex;
  private final double cadence;
  private final Colour base;
  private final Colour far;
  private final Colour belly;
  private final Colour hoof;
  private final Hide hide;
  private final AnimalHead head;
  private final Build build;
  private final Tail tail;
  private final boolean panda;
  private final boolean paws;

  /** Elephants sleep on their feet. */
  private final boolean trunked;

  private final Trunk trunk;
  private final double scale;
  private final double headLength;

  Quadruped(Species species) {
    tall = species.number("tall");
    body = species.number("body");
    leg = species.number("leg");
    legWidth = species.number("leg.width");
    chest = species.number("chest");
    waist = species.number("waist");
    neck = species.number("neck");
    neckAngle = Math.toRadians(species.number("neck.angle"));
    neckWidth = species.number("neck.width");
    headHeight = species.number("head.height");
    headLength = species.number("head.length");
    stride = species.number("stride");
    lift = species.number("lift");
    flex = species.number("flex");
    cadence = species.number("cadence");
    String mane = species.text("mane");
    panda = mane.equals("panda");
    base = species.colour("base");
    far = (panda ? species.colour("dark") : base).times(0.66);
    belly = species.colour("belly");
    hoof =
        species.text("feet").equals("hooves")
            ? species.colour("dark").times(0.62)
            : panda ? species.colour("dark") : base.times(0.9);
    trunked = mane.equals("trunk");
    paws = species.text("feet").equals("paws") && tall < 300;
    hide = new Hide(species.text("pattern"), species);
    head = new AnimalHead(species);
    trunk = new Trunk(body, chest, waist, neckWidth, headHeight, base, belly, hide, mane);
    build = new Build(body, chest, headHeight, base, belly, head);
    tail = new Tail(species);
    scale = tall / crown();
  }

  /** Cats, dogs and the like sleep rolled up. */
  private boolean curls() {
    return paws && tall < 160;
  }

  /** Bears sit on their seats, as we do. */
  private boolean heavy() {
    return paws && chest > 24;
  }

  private double crown() {
    return leg + chest * 0.45 - Math.sin(neckAngle) * neck + headHeight * 0.9;
  }

  @Override
  public double height() {
    return tall;
  }

  @Override
  public double length() {
    return (body + 44 + Math.cos(neckAngle) * neck + headLength) * scale;
  }

  @Override
  public double[] head(Motion motion) {
    if (motion == Motion.LIE && curls()) {
      return new double[] {
        body * 0.42 * scale, -headHeight * 0.9 * scale, headHeight * 2.3 * scale
      };
    }
    if (motion == Motion.SIT && heavy()) {
      return new double[] {0, -chest * 3.0 * scale, headHeight * 2.6 * scale};
    }
    if (motion == Motion.LIE) {
      double[] poll = lyingPoll(0);
      return new double[] {
        (poll[0] + headLength * 0.35) * scale, poll[1] * scale, headHeight * 2.3 * scale
      };
    }
    if (motion == Motion.SIT) {
      double sitX = body * 0.16 + 2 + Math.cos(neckAngle) * neck + headLength * 0.3;
      double sitY = -(leg + chest * 0.4 - Math.sin(neckAngle - 0.12) * neck);
      return new double[] {sitX * scale, sitY * scale, headHeight * 2.3 * scale};
    }
    double x = body * 0.5 + 3 + Math.cos(neckAngle) * neck + headLength * 0.35;
    double y = -(leg + chest * 0.45 - Math.sin(neckAngle) * neck);
    return new double[] {x * scale, y * scale, headHeight * 2.3 * scale};
  }

  @Override
  public double stride(Motion motion) {
    Gait gait = Gait.of(motion);
    return gait.reach() == 0 ? 0 : stride * gait.reach() / gait.stance() * scale;
  }

  @Override
  public double cadence(Motion motion) {
    return motion == Motion.WALK ? cadence * 0.42 : cadence;
  }

  @Override
  public double[] saddle() {
    return new double[] {body * 0.08 * scale, -(leg + chest * 0.52) * scale};
  }

  /** Tails held up and antlers stand above the poll. */
  @Override
  public double reach() {
    return tall * 1.4 + 60;
  }

  @Override
  public boolean sits() {
    return paws;
  }

  @Override
  public boolean lies() {
    return !trunked;
  }

  @Override
  public Motion natural() {
    return Motion.WALK;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    brush.scale(scale, scale);
    if (pose.motion() == Motion.LIE && curls()) {
      new CurledUp(build, hide).draw(brush, pose);
    } else if (pose.motion() == Motion.LIE) {
      lying(brush, pose);
    } else if (pose.motion() == Motion.SIT && heavy()) {
      new SeatedBear(build, hide.dark(), panda).draw(brush, pose);
    } else if (pose.motion() == Motion.SIT) {
      sitting(brush, pose);
    } else {
      onFourFeet(brush, pose);
    }
    brush.setTransform(keep);
  }

  private void onFourFeet(Graphics2D brush, Pose pose) {
    Gait gait = Gait.of(pose.motion());
    boolean still = gait.reach() == 0;
    double cycle = pose.cycle();
    double wave = pose.wave(0);
    double breath = pose.idle(0.35, 0) * 0.5;
    double bend = flex * gait.flex() * wave;
    double bob = -leg * gait.bob() * (1 + Math.sin(2 * Math.PI * cycle - 0.8));
    double pitch = still ? 0 : 0.07 * gait.flex() * Math.cos(2 * Math.PI * cycle) * body * 0.5;
    double hipX = -body * 0.5 + bend * 0.45;
    double shoulderX = body * 0.5 - bend * 0.3;
    double hipY = -leg - chest * 0.15 + bob + pitch;
    double shoulderY = -leg - chest * 0.15 + bob - pitch - breath * 0.3;
    double arch = -bend * 0.55;

    Legs legs = new Legs(leg, legWidth);
    double spread = still ? 7 : 4;
    double[] foot = gait.foot(cycle, gait.hindFar(), stride, lift);
    legs.hind(
        brush, hipX + 4, hipY + 3, hipX + spread + 3 + foot[0], -foot[1], far, hoof.times(0.7));
    foot = gait.foot(cycle, gait.foreFar(), stride, lift);
    legs.fore(
        brush,
        shoulderX - 6,
        shoulderY + 7,
        shoulderX + 2 + spread + foot[0],
        -foot[1],
        far,
        hoof.times(0.7));

    tail.draw(brush, hipX - 11, hipY - chest * 0.45, pose, !still);

    double nod = still ? 0.03 * pose.idle(0.21, 0.3) : 0.05 * pose.wave(0.2);
    double angle = neckAngle + nod;
    double throatX = shoulderX + 3;
    double throatY = shoulderY - chest * 0.28;
    double pollX = throatX + Math.cos(angle) * neck;
    double pollY = throatY + Math.sin(angle) * neck;
    trunk.draw(brush, hipX, hipY, shoulderX, shoulderY, arch, pollX, pollY, angle);

    Colour nearLegs = panda ? hide.dark() : base;
    foot = gait.foot(cycle, gait.hindNear(), stride, lift);
    legs.hind(
        brush, hipX, hipY + 2, hipX + 4 - spread + foot[0], -foot[1], base.mix(nearLegs, 1), hoof);
    foot = gait.foot(cycle, gait.foreNear(), stride, lift);
    legs.fore(
        brush,
        shoulderX - 2,
        shoulderY + 6,
        shoulderX + 2 - spread + foot[0],
        -foot[1],
        nearLegs,
        hoof);
    hide.joints(brush, hipX, hipY, shoulderX, shoulderY);

    head.mane(brush, shoulderX, shoulderY, pollX, pollY, chest, neckWidth, pose);
    brush.translate(pollX, pollY);
    head.draw(brush, pose, 0.14 - angle * 0.28);
    brush.translate(-pollX, -pollY);
  }

  /** Where the neck of a lying animal ends: low enough for its chin to rest on the ground. */
  private double[] lyingPoll(double breath) {
    double throatX = body * 0.5 + 3;
    double throatY = -chest * 1.05 - breath;
    double fall = (-headHeight * 0.85 - throatY) / neck;
    double angle = Math.asin(Math.clamp(fall, -0.5, 0.8));
    return new double[] {throatX + Math.cos(angle) * neck, throatY + Math.sin(angle) * neck, angle};
  }

  /** Asleep: belly on the ground, legs folded beside it, chin down, slow deep breath. */
  private void lying(Graphics2D brush, Pose pose) {
    double breath = (1 + pose.idle(0.22, 0)) * chest * 0.035;
    double hipX = -body * 0.5;
    double shoulderX = body * 0.5;
    double hipY = -chest * 0.72;
    double shoulderY = -chest * 0.77 - breath;
    double paw = -legWidth * 0.62;
    Shape clip = brush.getClip();
    brush.clip(new Rectangle2D.Double(-4 * body, -4 * tall, 12 * body, 4 * tall));
    brush.setColor(far.awt());
    Shapes.limb(
        brush, shoulderX, paw * 1.4, legWidth * 0.9, shoulderX + leg * 0.5, paw, legWidth * 0.6);
    tail.draw(brush, hipX - 11, -chest * 0.5, pose, false);
    double[] poll = lyingPoll(breath);
    trunk.draw(brush, hipX, hipY, shoulderX, shoulderY, -breath * 0.8, poll[0], poll[1], poll[2]);
    Colour nearLegs = panda ? hide.dark() : base.times(0.95);
    brush.setColor(nearLegs.awt());
    brush.fill(Shapes.ellipse(hipX + chest * 0.25, -chest * 0.62, chest * 0.8, chest * 0.6));
    Shapes.limb(
        brush, hipX + chest * 0.3, paw, legWidth * 0.8, hipX + leg * 0.55, paw, legWidth * 0.6);
    Shapes.limb(
        brush, shoulderX - 4, -chest * 0.5, legWidth, shoulderX - leg * 0.3, paw, legWidth * 0.8);
    Shapes.limb(
        brush,
        shoulderX - leg * 0.3,
        paw,
        legWidth * 0.8,
        shoulderX + leg * 0.3,
        paw,
        legWidth * 0.6);
    hide.joints(brush, hipX, hipY, shoulderX, shoulderY);
    head.mane(brush, shoulderX, shoulderY, poll[0], poll[1], chest, neckWidth, pose);
    brush.translate(poll[0], poll[1]);
    head.draw(brush, pose, 0.05);
    brush.translate(-poll[0], -poll[1]);
    brush.setClip(clip);
  }

  private void sitting(Graphics2D brush, Pose pose) {
    double breath = pose.idle(0.35, 0) * 0.6;
    double hipX = -body * 0.30;
    double hipY = -chest * 0.95;
    double shoulderX = body * 0.16;
    double shoulderY = -leg - chest * 0.1 - breath;
    Legs legs = new Legs(leg, legWidth);
    legs.fore(brush, shoulderX - 1, shoulderY + 8, shoulderX + 10, 0, far, hoof.times(0.7));
    tail.draw(brush, hipX - 12, -chest * 0.3, pose, false);
    double angle = neckAngle - 0.12 + 0.03 * pose.idle(0.21, 0.3);
    double pollX = shoulderX + 2 + Math.cos(angle) * neck;
    double pollY = shoulderY - chest * 0.28 + Math.sin(angle) * neck;
    double thin = headHeight * 0.74;
    Path2D outline =
        Shapes.closed(
            hipX - chest * 1.0,
            -chest * 0.25,
            hipX - chest * 0.95,
            hipY - chest * 0.2,
            hipX,
            hipY - chest * 0.95,
            shoulderX - body * 0.16,
            shoulderY + chest * 0.3,
            shoulderX - chest * 0.42,
            shoulderY - chest * 0.7,
            pollX - thin * 0.8,
            pollY - thin * 0.3,
            pollX + thin * 0.6,
            pollY + thin * 0.7,
            shoulderX + chest * 0.85,
            shoulderY + chest * 0.2,
            shoulderX + chest * 0.45,
            shoulderY + chest * 1.3,
            shoulderX - 2,
            shoulderY + chest * 2.0,
            hipX + chest * 1.1,
            -chest * 0.2,
            hipX,
            0);
    brush.setColor(base.awt());
    brush.fill(outline);
    Shape clip = brush.getClip();
    brush.clip(outline);
    brush.setColor(belly.awt());
    brush.fill(
        Shapes.closed(
            shoulderX + chest * 0.6,
            shoulderY - chest * 0.1,
            shoulderX + chest * 1.2,
            shoulderY,
            shoulderX + chest * 0.6,
            -4,
            shoulderX + chest * 0.1,
            shoulderY + chest * 0.9));
    hide.torso(
        brush, hipX, hipY, shoulderX, shoulderY + chest * 0.4, chest, waist, 0, pollX, pollY);
    brush.setClip(clip);
    Colour nearLegs = panda ? hide.dark() : base;
    brush.setColor(nearLegs.times(0.95).awt());
    brush.fill(
        Shapes.closed(
            hipX - chest * 0.55,
            -chest * 0.9,
            hipX + chest * 0.5,
            -chest * 1.25,
            hipX + chest * 1.2,
            -chest * 0.55,
            hipX + chest * 0.8,
            -2,
            hipX - chest * 0.5,
            -1));
    brush.fill(
        Shapes.ellipse(hipX + chest * 1.05, -legWidth * 0.55, chest * 0.62, legWidth * 0.62));
    legs.fore(brush, shoulderX - 4, shoulderY + 8, shoulderX + 3, 0, nearLegs, hoof);
    head.mane(brush, shoulderX, shoulderY, pollX, pollY, chest, neckWidth, pose);
    brush.translate(pollX, pollY);
    head.draw(brush, pose, 0.10 - angle * 0.22);
    brush.translate(-pollX, -pollY);
  }
}
