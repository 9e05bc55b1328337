package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a prompt and where it asks for cuts, quotes left whole. */
final class Sentences {
  private final String text;
  private final Reading reading;

  private Sentences(String text, Reading reading) {
    this.text = text;
    this.reading = reading;
  }

  static Sentences of(String text, Vocabulary vocabulary) {
    return new Sentences(text, Reading.of(text, vocabulary));
  }

  /** The text parted where words like "cut to" stand; one part when there are none. */
  List<String> betweenCuts() {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (Match match : reading.matches()) {
      if (match.has(Sense.Cut.class)) {
        addText(parts, at, match.start());
        at = match.end();
      }
    }
    addText(parts, at, text.length());
    return parts.isEmpty() ? List.of(text) : parts;
  }

  /** Parts in each of which something happens: descriptions join the deed before them. */
  List<String> beats() {
    List<String> beats = new ArrayList<>();
    int at = 0;
    boolean deed = false;
    for (Span sentence : reading.sentences()) {
      boolean acts = reading.within(sentence).anyMatch(m -> m.has(Sense.Doing.class));
      if (acts && deed) {
        addText(beats, at, sentence.start());
        at = sentence.start();
      }
      deed |= acts;
    }
    addText(beats, at, text.length());
    return beats.isEmpty() ? List.of(text) : beats;
  }

  private void addText(List<String> parts, int from, int to) {
    String part = text.substring(from, to).strip();
    if (part.codePoints().filter(Character::isLetter).limit(3).count() >= 2) {
      parts.add(part);
    }
  }
}
