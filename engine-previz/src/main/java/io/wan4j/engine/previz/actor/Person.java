package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;

/**
 * A person in three-quarter view, 100 parts high: feet at 0, hips at {@value #HIP}, shoulders below
 * the head. Legs and arms are two bones each.
 */
final class Person implements Rig {
  private static final double HIP = -46;
  private static final double THIGH = 22.3;
  private static final double SHANK = 20.8;
  private static final double UPPER = 15.5;
  private static final double LOWER = 14.5;

  private final Wardrobe look;
  private final Face face;
  private final Clothes clothes;
  private final double headHeight;
  private final double shoulder;
  private final double scale;
  private final double thick;
  private final Optional<Prop> prop;
  private final Optional<Handing> handing;
  private final boolean bench;

  /** A thing that goes from hand to hand at a moment of the pose. */
  private record Handing(Prop thing, boolean gives, double moment) {
    /** A second and a half to reach out, and as long to draw back. */
    double reach(double seconds) {
      return Ease.step(1.5, 0.15, Math.abs(seconds - moment));
    }

    boolean has(double seconds) {
      return gives == seconds < moment;
    }
  }

  Person(Wardrobe look) {
    this(look, Optional.empty(), Optional.empty(), false);
  }

  private Person(Wardrobe look, Optional<Prop> prop, Optional<Handing> handing, boolean bench) {
    this.prop = prop;
    this.handing = handing;
    this.bench = bench;
    this.look = look;
    this.face = new Face(look);
    this.headHeight = 100 * look.head();
    this.shoulder = -100 + headHeight + 1.0;
    this.scale = look.tall() / 100;
    // Children are rounder: thicker limbs for their height.
    this.thick = 1 + (look.head() - 0.168) * 3.2;
    this.clothes = new Clothes(look, thick);
  }

  @Override
  public double height() {
    return look.tall();
  }

  @Override
  public double length() {
    return look.tall() * (bench ? 0.72 : 0.42);
  }

  @Override
  public double[] head(Motion motion) {
    double drop = crawls(motion) ? 37 : motion == Motion.SIT ? 24 : 0;
    return new double[] {
      2 * scale, (-100 + drop + headHeight * 0.5) * scale, headHeight * 1.12 * scale
    };
  }

  @Override
  public double stride(Motion motion) {
    return switch (motion) {
      case WALK -> 58 * scale;
      case RUN -> 120 * scale;
      default -> 0;
    };
  }

  @Override
  public double cadence(Motion motion) {
    return switch (motion) {
      case RUN -> 1.55;
      case DANCE -> 1.0;
      default -> 0.95;
    };
  }

  @Override
  public Motion natural() {
    return Motion.STAND;
  }

  @Override
  public double reach() {
    boolean above = prop.filter(held -> held.grip() == Prop.Grip.RAISED).isPresent();
    return above ? height() * 1.75 + 24 : height() * 1.45 + 24;
  }

  @Override
  public Rig holding(Prop held) {
    return new Person(look, Optional.of(held), handing, bench);
  }

  @Override
  public Rig handing(Prop thing, boolean gives, double moment) {
    return new Person(
        look, Optional.empty(), Optional.of(new Handing(thing, gives, moment)), bench);
  }

  @Override
  public Rig onBench() {
    return new Person(look, prop, handing, true);
  }

  @Override
  public Rig mounted(Rig mount) {
    return new Mounted(this, mount);
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    Body body = crawls(pose.motion()) ? Body.onTheGround(pose) : Body.of(pose, look.head() > 0.2);
    Body busy = inHand(pose).map(held -> body.holding(held.grip(), pose)).orElse(body);
    draw(
        brush,
        pose,
        handing.map(given -> busy.reaching(given.reach(pose.seconds()))).orElse(busy),
        true);
  }

  /** Draws the person astride, the hips where they are when it stands. */
  void riding(Graphics2D brush, Pose pose) {
    Body body = Body.riding(pose);
    boolean oneHand = prop.isPresent() && prop.get().grip() != Prop.Grip.ACROSS;
    draw(brush, pose, oneHand ? body.holding(prop.get().grip(), pose) : body, false);
  }

  private void draw(Graphics2D brush, Pose pose, Body body, boolean onFoot) {
    AffineTransform keep = brush.getTransform();
    brush.scale(scale, scale);
    double hipX = 0;
    double hipY = HIP + body.drop();
    double lean = body.lean();
    double shoulderX = hipX + Math.sin(lean) * (HIP - shoulder);
    double shoulderY = hipY - Math.cos(lean) * (HIP - shoulder) - body.breath();
    Colour farTop = look.top().times(0.72);
    if (onFoot && bench && pose.motion() == Motion.SIT) {
      bench(brush, hipX, hipY);
    }
    if (look.extra().equals("cape")) {
      clothes.cape(brush, shoulderX, shoulderY, pose);
    }
    arm(brush, shoulderX + 5.2, shoulderY + 2.2, body.farArm(), farTop, look.skin().times(0.8));
    leg(
        brush,
        hipX + 2.6,
        hipY,
        body.farFoot(),
        look.bottom().times(0.72),
        look.shoes().times(0.75),
        0.8);
    leg(brush, hipX - 2.2, hipY, body.nearFoot(), look.bottom(), look.shoes(), 1);
    if (look.extra().equals("pack")) {
      brush.setColor(Colour.of(122, 84, 52).awt());
      brush.fill(
          Shapes.closed(
              shoulderX - 8,
              shoulderY + 2,
              shoulderX - 16,
              shoulderY + 6,
              shoulderX - 15,
              shoulderY + 24,
              shoulderX - 6,
              shoulderY + 25));
    }
    if (onFoot && !bench && pose.motion() == Motion.SIT && !crawls(pose.motion())) {
      stool(brush, hipX, hipY);
    }
    clothes.waist(brush, hipX, hipY);
    clothes.torso(brush, hipX, hipY, shoulderX, shoulderY, body, pose);
    neck(brush, shoulderX, shoulderY);
    brush.translate(shoulderX + 1.2, shoulderY - 1.0 - headHeight * 0.5);
    brush.rotate(lean * 0.35 + body.nod());
    double size = headHeight / 20;
    brush.scale(size, size);
    face.draw(brush, pose);
    brush.setTransform(keep);
    brush.scale(scale, scale);
    held(brush, pose, shoulderX - 5.6 + body.nearArm()[0], shoulderY + 2.4 + body.nearArm()[1]);
    nearArm(brush, shoulderX - 5.6, shoulderY + 2.4, body.nearArm());
    brush.setTransform(keep);
  }

  /** Babies do not stand about. */
  private boolean crawls(Motion motion) {
    return look.head() > 0.26 && !motion.moving() && motion != Motion.DANCE;
  }

  private Optional<Prop> inHand(Pose pose) {
    return prop.or(() -> handing.filter(given -> given.has(pose.seconds())).map(Handing::thing));
  }

  private void held(Graphics2D brush, Pose pose, double handX, double handY) {
    Optional<Prop> prop = inHand(pose);
    if (prop.isEmpty()) {
      return;
    }
    AffineTransform keep = brush.getTransform();
    brush.translate(handX, handY);
    boolean fighting = prop.get().grip() == Prop.Grip.BLADE && pose.motion() == Motion.DANCE;
    double swing = fighting ? 0.7 * pose.wave(0.3) : 0.03 * pose.idle(0.24, 0.2);
    prop.get().draw(brush, swing);
    brush.setTransform(keep);
  }

  /** A park bench with room for another. */
  private static void bench(Graphics2D brush, double x, double y) {
    Colour wood = Colour.of(150, 98, 58);
    brush.setColor(Colour.of(52, 54, 60).awt());
    for (double leg : new double[] {x - 24, x + 24}) {
      Shapes.limb(brush, leg, y + 6, 1.2, leg - 2, -1, 1.2);
      Shapes.limb(brush, leg + 5, y + 6, 1.2, leg + 7, -1, 1.2);
      Shapes.limb(brush, leg - 2, y + 6, 1.1, leg - 4, y - 21, 1.1);
    }
    for (int i = 0; i < 3; i++) {
      brush.setColor(wood.times(1 - 0.08 * i).awt());
      brush.fill(new RoundRectangle2D.Double(x - 34, y - 21 + i * 7.4, 64, 5, 1.6, 1.6));
    }
    brush.setColor(wood.times(1.08).awt());
    brush.fill(new RoundRectangle2D.Double(x - 33, y + 1.6, 68, 5, 1.6, 1.6));
  }

  /** Nobody sits on air. */
  private static void stool(Graphics2D brush, double x, double y) {
    Colour wood = Colour.of(140, 98, 62);
    brush.setColor(wood.times(0.7).awt());
    Shapes.limb(brush, x - 7, y + 6, 1.3, x - 9, -1, 1.1);
    Shapes.limb(brush, x + 6, y + 6, 1.3, x + 8, -1, 1.1);
    Shapes.limb(brush, x - 7, y + 14, 0.8, x + 7, y + 14, 0.8);
    brush.setColor(wood.awt());
    brush.fill(Shapes.closed(x - 11, y + 2, x + 9, y + 2, x + 10, y + 6, x - 12, y + 6));
  }

  private void neck(Graphics2D brush, double x, double y) {
    if (look.garment().equals("robot")) {
      brush.setColor(look.shoes().awt());
      Shapes.limb(brush, x + 0.6, y + 1, 2, x + 0.9, y - 5, 2);
      return;
    }
    brush.setColor(look.skin().times(0.84).awt());
    Shapes.limb(brush, x + 0.4, y + 1.8, 3.1 * thick, x + 0.9, y - 5, 2.8 * thick);
  }

  private void leg(
      Graphics2D brush,
      double x,
      double y,
      double[] foot,
      Colour cloth,
      Colour shoe,
      double shade) {
    double footX = x + foot[0];
    double footY = foot[1];
    double ankleX = footX - 0.6;
    double ankleY = footY - 3.2;
    double[] knee = joint(x, y, ankleX, ankleY, THIGH, SHANK, -1);
    boolean bare =
        look.garment().equals("shorts")
            || look.garment().equals("dress")
            || look.garment().equals("skirt");
    Colour shin = bare ? look.skin().times(shade) : cloth;
    brush.setColor(cloth.awt());
    Shapes.limb(brush, x, y, 4.5 * thick, knee[0], knee[1], 3.3 * thick);
    brush.setColor(shin.awt());
    Shapes.limb(brush, knee[0], knee[1], 3.2 * thick, knee[2], knee[3], 2.1 * thick);
    if (look.garment().equals("shorts")) {
      brush.setColor(cloth.awt());
      Shapes.limb(
          brush,
          x,
          y,
          4.9 * thick,
          knee[0] + (x - knee[0]) * 0.2,
          knee[1] + (y - knee[1]) * 0.2,
          4.3 * thick);
    }
    double tip = foot[2];
    AffineTransform keep = brush.getTransform();
    brush.translate(knee[2], knee[3]);
    brush.rotate(tip);
    brush.setColor(shoe.awt());
    brush.fill(Shapes.closed(-2.6, -1.6, 1.2, -2.0, 6.2, 1.2, 6.9, 3.0, -2.8, 3.2));
    brush.setColor(shoe.mix(Colour.of(240, 236, 228), 0.55).awt());
    brush.fill(Shapes.closed(-2.8, 2.5, 2, 2.3, 6.8, 2.3, 6.9, 3.4, -2.9, 3.4));
    brush.setTransform(keep);
  }

  /** The arm towards the viewer; it throws a thin shadow on the trunk, so that it is seen there. */
  private void nearArm(Graphics2D brush, double x, double y, double[] hand) {
    double[] elbow = joint(x, y, x + hand[0], y + hand[1], UPPER, LOWER, 1);
    brush.setColor(look.top().times(0.5).awt(0.25));
    Shapes.limb(brush, x + 0.5, y + 2, 3.1 * thick, elbow[0] + 0.5, elbow[1], 2.6 * thick);
    Shapes.limb(
        brush, elbow[0] + 0.5, elbow[1], 2.6 * thick, elbow[2] + 0.4, elbow[3], 2.0 * thick);
    arm(brush, x, y, hand, look.top(), look.skin());
  }

  private void arm(
      Graphics2D brush, double x, double y, double[] hand, Colour sleeve, Colour skin) {
    double[] elbow = joint(x, y, x + hand[0], y + hand[1], UPPER, LOWER, 1);
    boolean bare = look.garment().equals("dress") || look.garment().equals("shorts");
    brush.setColor((bare ? skin : sleeve).awt());
    Shapes.limb(brush, x, y, 2.7 * thick, elbow[0], elbow[1], 2.3 * thick);
    Shapes.limb(brush, elbow[0], elbow[1], 2.3 * thick, elbow[2], elbow[3], 1.7 * thick);
    hand(brush, elbow, look.garment().equals("space") ? sleeve.times(0.8) : skin);
    double cuff = bare ? 0.4 : 0.9;
    brush.setColor(sleeve.awt());
    Shapes.limb(
        brush,
        x,
        y,
        3.2 * thick,
        x + (elbow[0] - x) * cuff,
        y + (elbow[1] - y) * cuff,
        (bare ? 3.1 : 2.4) * thick);
    if (!bare) {
      brush.setColor(sleeve.times(0.8).awt());
      Shapes.limb(
          brush,
          elbow[2] - (elbow[2] - elbow[0]) * 0.07,
          elbow[3] - (elbow[3] - elbow[1]) * 0.07,
          1.95 * thick,
          elbow[2],
          elbow[3],
          1.9 * thick);
    }
  }

  /** A palm that goes on where the forearm ends, its fingers a little bent, a thumb in front. */
  private void hand(Graphics2D brush, double[] elbow, Colour skin) {
    AffineTransform keep = brush.getTransform();
    brush.translate(elbow[2], elbow[3]);
    brush.rotate(Math.atan2(elbow[3] - elbow[1], elbow[2] - elbow[0]));
    double size = 0.9 * thick;
    brush.scale(size, size);
    brush.setColor(skin.times(0.9).awt());
    Shapes.limb(brush, 1.0, -1.2, 1.0, 3.0, -2.3, 0.75);
    brush.setColor(skin.awt());
    brush.fill(
        Shapes.closed(
            -0.8, -1.7, 1.6, -2.1, 3.9, -1.7, 5.6, -0.7, 5.5, 0.7, 3.8, 1.8, 1.4, 2.0, -0.8, 1.7));
    brush.setColor(skin.times(0.78).awt(0.7));
    brush.setStroke(new BasicStroke(0.35f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(3.3, -0.4, 5.1, -0.1));
    brush.draw(new Line2D.Double(3.2, 0.7, 4.8, 0.8));
    brush.setTransform(keep);
  }

  /** The middle joint of two bones and their end, pulled in where the goal is too far away. */
  private static double[] joint(
      double x, double y, double goalX, double goalY, double upper, double lower, int side) {
    double dx = goalX - x;
    double dy = goalY - y;
    double reach = Math.max(1, Math.hypot(dx, dy));
    double longest = (upper + lower) * 0.998;
    if (reach > longest) {
      dx *= longest / reach;
      dy *= longest / reach;
      reach = longest;
    }
    double cosine = (upper * upper + reach * reach - lower * lower) / (2 * upper * reach);
    double bend = Math.acos(Math.max(-1, Math.min(1, cosine)));
    double angle = Math.atan2(dy, dx) + side * bend;
    return new double[] {x + upper * Math.cos(angle), y + upper * Math.sin(angle), x + dx, y + dy};
  }
}
