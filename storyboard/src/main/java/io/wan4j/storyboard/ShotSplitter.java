package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a prompt into shots: where it says so, else by meaning and length of the film. */
final class ShotSplitter {
  private static final Pattern SINGLE =
      Pattern.compile(
          "single[- ]shot|single continuous (?:shot|take)|(?:one|single)[- ]take|one continuous"
              + " (?:shot|take)|one[- ]shot|一镜到底|单镜头|单个镜头|不切镜",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SEVERAL =
      Pattern.compile(
          "multi[- ]?shot|multiple shots|several shots|多镜头|多个镜头", Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:storyboard|shot list|分镜脚本?|分镜头脚本)\\s?[:：]\\s?$", Pattern.CASE_INSENSITIVE);

  /** No more shots than this are read; the rest joins the last one. */
  static final int MOST_SHOTS = 60;

  /** Shorter shots than this are not made unless a stamp asks for them. */
  private static final double SHORTEST = 0.4;

  /** One shot for about so many seconds when the prompt leaves the cutting open. */
  private static final double UNHURRIED = 4;

  private static final double LIVELY = 2.5;

  private final Vocabulary vocabulary;

  ShotSplitter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Outline split(String prompt, double seconds, Cutting cutting) {
    List<ShotHeading> headings = ShotHeadings.find(prompt);
    boolean single =
        cutting == Cutting.SINGLE || cutting == Cutting.BY_PROMPT && says(SINGLE, prompt);
    if (single) {
      return new Outline("", List.of(whole(withoutHeadings(prompt, headings))));
    }
    if (headings.size() > 1 || headings.size() == 1 && cutting == Cutting.BY_PROMPT) {
      return byHeadings(prompt, headings, seconds);
    }
    boolean several = cutting == Cutting.MULTIPLE || says(SEVERAL, prompt);
    return byMeaning(withoutHeadings(prompt, headings), seconds, several);
  }

  private static boolean says(Pattern pattern, String prompt) {
    return pattern.matcher(prompt).find();
  }

  private static Outline.Draft whole(String text) {
    return new Outline.Draft(text.strip(), Stamp.NONE, false);
  }

  private static String withoutHeadings(String prompt, List<ShotHeading> headings) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (ShotHeading heading : headings) {
      text.append(prompt, at, heading.start()).append(' ');
      at = heading.end();
    }
    return text.append(prompt.substring(at)).toString();
  }

  private static Outline byHeadings(String prompt, List<ShotHeading> headings, double seconds) {
    boolean stamped = headings.stream().anyMatch(h -> h.stamp().kind() != Stamp.Kind.NONE);
    int room = stamped ? MOST_SHOTS : (int) Math.clamp(seconds / SHORTEST, 1, MOST_SHOTS);
    List<Outline.Draft> drafts = new ArrayList<>();
    for (int i = 0; i < Math.min(headings.size(), room); i++) {
      boolean last = i + 1 == Math.min(headings.size(), room);
      int end = last ? prompt.length() : headings.get(i + 1).start();
      String text = prompt.substring(Math.min(headings.get(i).end(), end), end).strip();
      drafts.add(new Outline.Draft(text, headings.get(i).stamp(), false));
    }
    String before = prompt.substring(0, headings.getFirst().start()).strip();
    String preamble = LABEL.matcher(before).replaceFirst("").strip();
    boolean isFirstShot = headings.getFirst().number() == 2 && drafts.size() < room;
    if (isFirstShot && !preamble.isEmpty()) {
      drafts.addFirst(whole(preamble));
      return new Outline("", drafts);
    }
    return new Outline(preamble, drafts);
  }

  private Outline byMeaning(String prompt, double seconds, boolean several) {
    Sentences sentences = Sentences.of(prompt, vocabulary);
    List<String> scenes = sentences.betweenCuts();
    if (scenes.size() > 1) {
      int room = (int) Math.clamp(seconds / SHORTEST, 1, MOST_SHOTS);
      return new Outline("", scenes.stream().limit(room).map(ShotSplitter::whole).toList());
    }
    int wished =
        several
            ? Math.clamp(Math.round(seconds / LIVELY), 2, 6)
            : Math.clamp((long) (seconds / UNHURRIED), 1, 3);
    List<String> beats = sentences.beats();
    int shots = several ? wished : Math.min(wished, beats.size());
    if (shots <= 1) {
      return new Outline("", List.of(whole(prompt)));
    }
    List<Outline.Draft> drafts = new ArrayList<>();
    for (int i = 0; i < shots; i++) {
      boolean shared = beats.size() < shots;
      int from = i * beats.size() / shots;
      int to = Math.max(from + 1, (i + 1) * beats.size() / shots);
      String text = String.join(" ", beats.subList(from, to));
      drafts.add(new Outline.Draft(shared ? beats.get(from) : text, Stamp.NONE, true));
    }
    return new Outline("", drafts);
  }
}
