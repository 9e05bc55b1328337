package io.wan4j.engine.previz.scene;

/** How far open the mouth of an actor is at a time of the film. */
@FunctionalInterface
public interface Mouths {
  /** Nobody speaks. */
  Mouths SHUT = (name, second) -> 0;

  /**
   * Says how far a mouth is open.
   *
   * @param name the noun of the speaking actor
   * @param second of the film
   * @return 0 to 1
   */
  double open(String name, double second);

  /** Whether mouths move in shots whose lines are not written down, too. */
  default boolean unwritten() {
    return false;
  }
}
