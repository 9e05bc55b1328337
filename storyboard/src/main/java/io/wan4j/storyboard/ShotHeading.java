package io.wan4j.storyboard;

/**
 * Where the prompt says that a shot begins.
 *
 * @param start index of its first char
 * @param end index after it, where the text of the shot begins
 * @param number as written; 0 when it has none ("final shot", a lone time stamp)
 */
record ShotHeading(int start, int end, int number, Stamp stamp) {
  ShotHeading with(Stamp other, int otherEnd) {
    return new ShotHeading(start, otherEnd, number, other);
  }
}
