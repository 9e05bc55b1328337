package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells spoken lines from other quotations and finds who says them. */
final class LineReader {
  /** A verb of speech belongs to a quotation within so many chars. */
  private static final int REACH_BEFORE = 160;

  private static final int REACH_AFTER = 40;
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_UNQUOTED = 300;

  /** More lines than this nobody can say in one shot. */
  private static final int MOST_LINES = 40;

  private static final String STOPS = ".!?;。！？；\n";

  private final Reading reading;
  private final Casting casting;
  private final List<Found> lines = new ArrayList<>();

  private LineReader(Reading reading, Casting casting) {
    this.reading = reading;
    this.casting = casting;
  }

  /**
   * A line and where it stands in the text.
   *
   * @param start index of its first char or mark
   */
  record Found(String text, String speaker, SpokenLine.Tone tone, int start, int end) {}

  static List<Found> read(Reading reading, Casting casting) {
    LineReader reader = new LineReader(reading, casting);
    reading.quotes().forEach(reader::quoted);
    reader.unquoted();
    reader.lines.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return reader.lines;
  }

  private void quoted(Quote quote) {
    if (quote.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    Optional<Casting.Deed> verb = sayingBefore(quote).or(() -> sayingAfter(quote));
    if (verb.isPresent()) {
      add(quote.text(), speaker(verb.get()), tone(verb.get(), quote), quote.start(), quote.end());
      return;
    }
    Optional<String> name = nameBefore(quote.start());
    if (name.isPresent()) {
      add(quote.text(), name.get(), SpokenLine.Tone.NEUTRAL, quote.start(), quote.end());
    } else if (goesOn(quote)) {
      Found last = lines.getLast();
      add(quote.text(), last.speaker(), last.tone(), quote.start(), quote.end());
    }
  }

  private void add(String text, String speaker, SpokenLine.Tone tone, int start, int end) {
    if (lines.size() < MOST_LINES) {
      lines.add(new Found(text, speaker, tone, start, end));
    }
  }

  private Optional<Casting.Deed> sayingBefore(Quote quote) {
    Optional<Casting.Deed> nearest = Optional.empty();
    for (Casting.Deed deed : casting.deeds()) {
      if (deed.saying() && deed.end() <= quote.start()) {
        nearest = Optional.of(deed);
      }
    }
    return nearest.filter(
        deed ->
            quote.start() - deed.end() <= REACH_BEFORE
                && !stopsBetween(deed.end(), quote.start())
                && reading.quotes().stream()
                    .noneMatch(q -> q.start() >= deed.end() && q.end() <= quote.start()));
  }

  private Optional<Casting.Deed> sayingAfter(Quote quote) {
    return casting.deeds().stream()
        .filter(Casting.Deed::saying)
        .filter(deed -> deed.start() >= quote.end() && deed.start() - quote.end() <= REACH_AFTER)
        .filter(deed -> !stopsBetween(quote.end(), deed.start()))
        .filter(
            deed ->
                reading.quotes().stream()
                    .noneMatch(q -> q.start() >= quote.end() && q.end() <= deed.start()))
        .findFirst();
  }

  private boolean stopsBetween(int from, int to) {
    return reading.text().substring(from, to).chars().anyMatch(c -> STOPS.indexOf(c) >= 0);
  }

  private static String speaker(Casting.Deed deed) {
    return deed.actors().isEmpty() ? "" : deed.actors().getFirst().noun;
  }

  private SpokenLine.Tone tone(Casting.Deed deed, Quote quote) {
    SpokenLine.Tone said =
        deed.verb().as(Sense.Saying.class).map(Sense.Saying::tone).orElse(SpokenLine.Tone.NEUTRAL);
    if (said != SpokenLine.Tone.NEUTRAL) {
      return said;
    }
    int from = Math.max(0, Math.min(deed.start(), quote.start()) - REACH_AFTER);
    int to = Math.min(reading.text().length(), Math.max(deed.end(), quote.end()) + REACH_AFTER);
    return reading
        .within(new Span(from, to))
        .filter(match -> match.has(Sense.Manners.class))
        .min(Comparator.comparingInt(match -> Math.abs(match.end() - deed.start())))
        .flatMap(match -> match.as(Sense.Manners.class))
        .map(Sense.Manners::tone)
        .orElse(said);
  }

  /** The name in {@code Anna: "…"}. */
  private Optional<String> nameBefore(int index) {
    String before = reading.text().substring(Math.max(0, index - LONGEST_NAME - 2), index).strip();
    if (!before.endsWith(":") && !before.endsWith("：")) {
      return Optional.empty();
    }
    String label = before.substring(0, before.length() - 1);
    int start = 0;
    for (int i = 0; i < label.length(); i++) {
      if ((STOPS + ",，、:：\"”」").indexOf(label.charAt(i)) >= 0) {
        start = i + 1;
      }
    }
    String name = label.substring(start).strip();
    if (name.isEmpty() || name.split("\\s+").length > 4) {
      return Optional.empty();
    }
    return Optional.of(
        casting.roles().stream()
            .map(role -> role.noun)
            .filter(noun -> name.toLowerCase(Locale.ROOT).contains(noun.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(name));
  }

  /** {@code "One," he says, "and two."}: the second part of a line just ended. */
  private boolean goesOn(Quote quote) {
    return !lines.isEmpty()
        && quote.start() - lines.getLast().end() <= REACH_AFTER
        && !stopsBetween(lines.getLast().end(), quote.start())
        && casting.deeds().stream()
            .anyMatch(
                deed ->
                    deed.saying()
                        && deed.start() >= lines.getLast().end()
                        && deed.end() <= quote.start());
  }

  /** {@code 他说：我们走吧。} and {@code says: we must go.} without marks. */
  private void unquoted() {
    for (Casting.Deed deed : casting.deeds()) {
      int colon = deed.end();
      if (!deed.saying() || colon >= reading.text().length() || !isColon(colon)) {
        continue;
      }
      int end = colon + 1;
      int limit = Math.min(reading.text().length(), colon + LONGEST_UNQUOTED);
      while (end < limit && STOPS.indexOf(reading.text().charAt(end)) < 0) {
        end++;
      }
      end = Math.min(end + 1, reading.text().length());
      int from = colon;
      int to = end;
      boolean quoted = reading.quotes().stream().anyMatch(q -> q.end() > from && q.start() < to);
      String text = reading.text().substring(colon + 1, end).strip();
      boolean overlaps = lines.stream().anyMatch(line -> line.end() > from && line.start() < to);
      if (!quoted && !overlaps && text.codePoints().anyMatch(Character::isLetterOrDigit)) {
        add(text, speaker(deed), SpokenLine.Tone.NEUTRAL, colon + 1, end);
      }
    }
  }

  private boolean isColon(int index) {
    return Set.of(':', '：').contains(reading.text().charAt(index));
  }
}
