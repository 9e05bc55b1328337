package io.wan4j.engine.previz.actor;

import java.awt.Graphics2D;

/** An actor that can draw itself. Immutable; drawn by several threads at once. */
public interface Rig {
  /**
   * Draws the actor facing right, its feet at the origin, y downwards, in stage units.
   *
   * @param brush with smooth edges; its transform is given back as it was
   */
  void draw(Graphics2D brush, Pose pose);

  /** From the feet (or the lowest point) to the crown, in stage units. */
  double height();

  /** From the foremost to the hindmost point, in stage units. */
  double length();

  /** Where the head is in an motion: centre x, centre y, height; in stage units. */
  double[] head(Motion motion);

  /** Stage units it gets ahead in one cycle of the motion; 0 when it stays where it is. */
  double stride(Motion motion);

  /** Cycles a second. */
  double cadence(Motion motion);

  /** How it moves by itself when nothing is said: WALK, FLY, SWIM, DRIVE or STAND. */
  Motion natural();

  /** Its highest point in any motion: raised hands, wings, horns; stage units above the feet. */
  default double reach() {
    return height() * 1.35 + 24;
  }

  /** Whether it can sit down without looking odd. */
  default boolean sits() {
    return true;
  }

  /** Whether it can lie down to sleep. */
  default boolean lies() {
    return false;
  }

  /** How high above the ground it keeps, in stage units: birds and fish; 0 for those that walk. */
  default double altitude() {
    return 0;
  }

  /** Where a rider sits: x, y; stage units. */
  default double[] saddle() {
    return new double[] {0, -height() * 0.62};
  }

  /** The same with a thing in its hand, where it has hands. */
  default Rig holding(Prop prop) {
    return this;
  }

  /**
   * The same, giving a thing away or taking it.
   *
   * @param gives whether it has the thing before, or after
   * @param moment seconds of the pose at which it goes from hand to hand
   */
  default Rig handing(Prop thing, boolean gives, double moment) {
    return gives ? holding(thing) : this;
  }

  /** The same with its hand in another's, where it has hands. */
  default Rig clasping(Clasp hand) {
    return this;
  }

  /** The same with somebody small in its arms, where it has arms. */
  default Rig carrying(Rig small) {
    return this;
  }

  /** The same seen from behind, where it can be. */
  default Rig fromBehind() {
    return this;
  }

  /** The same, which sits on a bench where it sits. */
  default Rig onBench() {
    return this;
  }

  /** The same, which sits on the bare ground where it sits. */
  default Rig onGround() {
    return this;
  }

  /** The same on a table, where it is a thing that lies on tables. */
  default Rig onTable() {
    return this;
  }

  /** How strongly it shines of itself, 0 to 1. */
  default double glow() {
    return 0;
  }

  /** Moves the brush as the whole of it is moved by wind and water. */
  default void sway(Graphics2D brush, Pose pose) {
    // most stand firm
  }

  /** The same in a boat, where it can sit in one. */
  default Rig aboard(Rig boat) {
    return this;
  }

  /** The same on the back of another, where it can ride. */
  default Rig mounted(Rig mount) {
    return this;
  }
}
