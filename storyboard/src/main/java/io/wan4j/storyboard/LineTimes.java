package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;

/** Gives spoken lines their time within a shot, near where the text has them, one after another. */
final class LineTimes {
  private static final double SECONDS_A_WORD = 0.38;
  private static final double SECONDS_A_CHARACTER = 0.24;
  private static final double BREATH = 0.25;

  private LineTimes() {}

  /**
   * @param start of the shot in seconds of the film
   * @param end of the shot
   */
  static List<SpokenLine> of(
      List<LineReader.Found> lines, Reading reading, double start, double end) {
    double[] lengths = lines.stream().mapToDouble(line -> seconds(line.text())).toArray();
    double total = BREATH * (lines.size() + 1);
    for (double length : lengths) {
      total += length;
    }
    double fit = Math.min(1, (end - start) / total);
    double after = total * fit;
    double free = start + BREATH * fit;
    List<SpokenLine> timed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      LineReader.Found line = lines.get(i);
      double wished = start + (end - start) * reading.share(line.start()) * 0.8;
      double latest = end - after + BREATH * fit;
      double from = Math.max(free, Math.min(wished, latest));
      double to = Math.min(end, from + lengths[i] * fit);
      timed.add(
          new SpokenLine(
              line.text(), line.speaker(), Language.of(line.text()), line.tone(), from, to));
      free = to + BREATH * fit;
      after -= (lengths[i] + BREATH) * fit;
    }
    return timed;
  }

  /** How long it takes to say, about. */
  static double seconds(String text) {
    long characters = text.codePoints().filter(Language::isHan).count();
    long words = Tokenizer.tokens(text).stream().filter(t -> t.kind() == Token.Kind.WORD).count();
    return 0.3 + characters * SECONDS_A_CHARACTER + words * SECONDS_A_WORD;
  }
}
