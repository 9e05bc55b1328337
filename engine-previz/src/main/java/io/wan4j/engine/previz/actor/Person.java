package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.Optional;

/**
 * A person in three-quarter view, 100 parts high: feet at 0, hips at {@value #HIP}, shoulders below
 * the head. Legs and arms are two bones each.
 */
final class Person implements Rig {
  private static final double HIP = -46;

  /** Legs of babies, in parts of what they grow to be. */
  private static final double INFANT = 0.74;

  private final Wardrobe look;
  private final Face face;
  private final Clothes clothes;
  private final double headHeight;
  private final double shoulder;
  private final double scale;
  private final double thick;
  private final Limbs limbs;
  private final Bearing bearing;

  Person(Wardrobe look) {
    this(look, Bearing.PLAIN);
  }

  private Person(Wardrobe look, Bearing bearing) {
    this.look = look;
    this.bearing = bearing;
    this.face = new Face(look);
    this.headHeight = 100 * look.head();
    this.shoulder = -100 + headHeight + 1.0;
    this.scale = look.tall() / 100;
    // Children are rounder: thicker limbs for their height.
    this.thick = 1 + (look.head() - 0.168) * 3.2;
    this.clothes = new Clothes(look, thick);
    this.limbs = new Limbs(look, thick);
  }

  @Override
  public double height() {
    return look.tall();
  }

  @Override
  public double length() {
    return look.tall() * (bearing.seat() == Seat.BENCH ? 0.72 : 0.42);
  }

  @Override
  public double[] head(Motion motion) {
    double drop = crawls(motion) ? 37 : motion == Motion.SIT ? sunk() : 0;
    return new double[] {
      2 * scale, (-100 + drop + headHeight * 0.5) * scale, headHeight * 1.12 * scale
    };
  }

  /** How far the hips of a sitter are below those of who stands. */
  private double sunk() {
    return bearing.seat() == Seat.GROUND ? Body.KNEES_UP : 24;
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
    boolean above = bearing.prop().filter(held -> held.grip() == Prop.Grip.RAISED).isPresent();
    return above ? height() * 1.75 + 24 : height() * 1.45 + 24;
  }

  @Override
  public Rig holding(Prop held) {
    return new Person(look, bearing.holding(held));
  }

  @Override
  public Rig handing(Prop thing, boolean gives, double moment) {
    return new Person(look, bearing.handing(thing, gives, moment));
  }

  @Override
  public Rig clasping(Clasp hand) {
    return new Person(look, bearing.clasping(hand));
  }

  @Override
  public Rig carrying(Rig small) {
    return new Person(look, bearing.carrying(small));
  }

  @Override
  public Rig onBench() {
    return new Person(look, bearing.on(Seat.BENCH));
  }

  @Override
  public Rig onGround() {
    return new Person(look, bearing.on(Seat.GROUND));
  }

  @Override
  public Rig fromBehind() {
    return new Person(look, bearing.fromBehind());
  }

  @Override
  public Rig mounted(Rig mount) {
    return new Mounted(this, mount);
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    boolean low = bearing.seat() == Seat.GROUND && pose.motion() == Motion.SIT;
    Body body =
        crawls(pose.motion())
            ? Body.onTheGround(pose)
            : low ? Body.kneesUp(pose) : Body.of(pose, look.head() > 0.2);
    Body busy =
        bearing.burden().isPresent()
            ? body.carrying(pose)
            : bearing.inHand(pose).map(held -> body.holding(held.grip(), pose)).orElse(body);
    draw(brush, pose, busy.reaching(bearing.reach(pose)), true);
  }

  @Override
  public Rig aboard(Rig boat) {
    return new Aboard(this, boat);
  }

  /** Draws the person on the thwart of a boat, the hands at the oars or at what they hold. */
  void aboard(Graphics2D brush, Pose pose) {
    Pose sitting = new Pose(Motion.SIT, pose.seconds(), pose.cycle(), pose.mouth());
    Body body = Body.of(sitting, look.head() > 0.2);
    Body rowing = body.rowing(pose);
    draw(
        brush,
        sitting,
        bearing.inHand(pose).map(held -> body.holding(held.grip(), sitting)).orElse(rowing),
        false);
  }

  /** Draws the person astride, the hips where they are when it stands. */
  void riding(Graphics2D brush, Pose pose) {
    Body body = Body.riding(pose);
    Optional<Prop> prop = bearing.prop();
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
    double[] nearArm = body.nearArm();
    double[] farArm = body.farArm();
    if (bearing.clasp().isPresent()) {
      Clasp hand = bearing.clasp().get();
      nearArm = hand.near() ? handAt(hand, shoulderX - 5.6, shoulderY + 2.4) : nearArm;
      farArm = hand.far() ? handAt(hand, shoulderX + 5.2, shoulderY + 2.2) : farArm;
    }
    boolean seated = onFoot && pose.motion() == Motion.SIT && !crawls(pose.motion());
    if (seated && bearing.seat() == Seat.BENCH) {
      bearing.seat().draw(brush, hipX, hipY);
    }
    if (look.extra().equals("cape")) {
      clothes.cape(brush, shoulderX, shoulderY, pose);
    }
    limbs.arm(brush, shoulderX + 5.2, shoulderY + 2.2, farArm, farTop, look.skin().times(0.8));
    Limbs legs = crawls(pose.motion()) ? limbs.shorter(INFANT) : limbs;
    legs.leg(
        brush,
        hipX + 2.6,
        hipY,
        body.farFoot(),
        look.bottom().times(0.72),
        look.shoes().times(0.75),
        0.8);
    legs.leg(brush, hipX - 2.2, hipY, body.nearFoot(), look.bottom(), look.shoes(), 1);
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
    if (seated && bearing.seat() == Seat.STOOL) {
      bearing.seat().draw(brush, hipX, hipY);
    }
    clothes.waist(brush, hipX, hipY);
    clothes.torso(brush, hipX, hipY, shoulderX, shoulderY, body, pose, bearing.back());
    neck(brush, shoulderX, shoulderY);
    brush.translate(shoulderX + 1.2, shoulderY - 1.0 - headHeight * 0.5);
    brush.rotate(lean * 0.35 + body.nod());
    double size = headHeight / 20;
    brush.scale(size, size);
    if (bearing.back()) {
      face.fromBehind(brush, pose);
    } else {
      face.draw(brush, pose);
    }
    brush.setTransform(keep);
    brush.scale(scale, scale);
    held(brush, pose, shoulderX - 5.6 + nearArm[0], shoulderY + 2.4 + nearArm[1]);
    limbs.nearArm(brush, shoulderX - 5.6, shoulderY + 2.4, nearArm);
    brush.setTransform(keep);
  }

  private double[] handAt(Clasp hand, double shoulderX, double shoulderY) {
    return new double[] {hand.x() / scale - shoulderX, hand.y() / scale - shoulderY};
  }

  /** Babies do not stand about. */
  private boolean crawls(Motion motion) {
    return look.head() > 0.26 && !motion.moving() && motion != Motion.DANCE;
  }

  private void held(Graphics2D brush, Pose pose, double handX, double handY) {
    AffineTransform keep = brush.getTransform();
    if (bearing.burden().isPresent()) {
      Rig small = bearing.burden().get();
      boolean beast = small.natural() != Motion.STAND;
      // a baby looks at who carries it, an animal at the world
      brush.translate(handX + 1, handY + (beast ? 4 : 2));
      brush.scale((beast ? 0.78 : -1) / scale, (beast ? 0.78 : 1) / scale);
      small.draw(brush, new Pose(Motion.SIT, pose.seconds(), 0, 0));
      brush.setTransform(keep);
      return;
    }
    Optional<Prop> prop = bearing.inHand(pose);
    if (prop.isEmpty()) {
      return;
    }
    brush.translate(handX, handY);
    boolean fighting = prop.get().grip() == Prop.Grip.BLADE && pose.motion() == Motion.DANCE;
    double swing = fighting ? 0.7 * pose.wave(0.3) : 0.03 * pose.idle(0.24, 0.2);
    prop.get().draw(brush, swing);
    brush.setTransform(keep);
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
}
