package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Understands a prompt. Never fails on any text, and takes time in proportion to its length.
 * Immutable and safe to share; making one reads the word files, which takes some tens of
 * milliseconds.
 */
public final class StoryboardParser {
  /** Chars of a prompt that are read; DashScope's limit is 5000. */
  static final int LONGEST_PROMPT = 20_000;

  private static final double LONGEST_FILM = 3600;

  /** "Characters: …; Scene: …": people named there are described, not shown. */
  private static final Pattern DEFINITIONS =
      Pattern.compile("(?:characters?|cast|角色|人物)\\s?[:：]", Pattern.CASE_INSENSITIVE);

  /** Sizes that part shots made of one and the same text. */
  private static final List<ShotSize> VARIED =
      List.of(ShotSize.LONG, ShotSize.MEDIUM, ShotSize.CLOSE_UP);

  private final Vocabulary vocabulary = Vocabulary.bundled();

  /**
   * @param prompt any text
   * @param seconds length of the film, more than 0, at most 3600
   * @throws StoryboardException when the length is not in that range
   */
  public Storyboard parse(String prompt, double seconds, Cutting cutting) {
    Objects.requireNonNull(prompt, "prompt is null");
    Objects.requireNonNull(cutting, "cutting is null");
    if (!(seconds > 0 && seconds <= LONGEST_FILM)) {
      throw new StoryboardException(
          "a film must be longer than 0 and at most 3600 seconds, was " + seconds);
    }
    String text = prompt.length() > LONGEST_PROMPT ? prompt.substring(0, LONGEST_PROMPT) : prompt;
    Outline outline = new ShotSplitter(vocabulary).split(text, seconds, cutting);
    double[] times = ShotTimes.of(outline.drafts(), seconds);
    List<Reading> readings = new ArrayList<>();
    Reading preamble = Reading.of(outline.preamble(), vocabulary);
    readings.add(preamble);
    Continuity continuity = opening(preamble);
    Setting place = continuity.setting();
    boolean placeSettled = place != Setting.UNSTATED;
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < outline.drafts().size(); i++) {
      Outline.Draft draft = outline.drafts().get(i);
      Reading reading = Reading.of(draft.text(), vocabulary);
      readings.add(reading);
      Shot shot = shot(i, draft, reading, continuity, times, placeSettled);
      shots.add(shot);
      continuity = continuity.after(sceneOf(shot), continuity.look(), shot.cast());
      continuity = placeSettled ? continuity.at(place) : continuity;
    }
    return new Storyboard(
        prompt,
        Language.of(text),
        seconds,
        withLight(shots),
        readings.stream().flatMap(reading -> reading.senses().stream()).distinct().toList(),
        UnknownWords.of(readings));
  }

  private Continuity opening(Reading preamble) {
    Casting casting = CastReader.read(preamble, List.of());
    SceneReader.Scene scene = SceneReader.read(preamble, casting.described(), false);
    List<CastMember> members = casting.members();
    boolean defined = DEFINITIONS.matcher(preamble.text()).find();
    Continuity start = Continuity.NOTHING.after(scene, scene.look(), members);
    return defined
        ? new Continuity(
            start.setting(), start.time(), start.weather(), start.look(), List.of(), members)
        : start;
  }

  private Shot shot(
      int index,
      Outline.Draft draft,
      Reading reading,
      Continuity continuity,
      double[] times,
      boolean placeSettled) {
    double start = times[index];
    double end = times[index + 1];
    Casting casting = CastReader.read(reading, continuity.known());
    SceneReader.Scene scene =
        continuity.complete(SceneReader.read(reading, casting.described(), placeSettled));
    List<CastMember> cast = casting.roles().isEmpty() ? continuity.cast() : casting.members();
    List<SpokenLine> lines = LineTimes.of(LineReader.read(reading, casting), reading, start, end);
    ShotSize size =
        draft.varied() && scene.size() == ShotSize.UNSTATED
            ? VARIED.get(index % VARIED.size())
            : scene.size();
    return new Shot(
        index + 1,
        start,
        end,
        draft.text(),
        size,
        scene.angle(),
        CameraReader.read(reading),
        scene.setting() == Setting.UNSTATED ? habitat(cast) : scene.setting(),
        scene.time(),
        scene.weather(),
        scene.look(),
        cast,
        lines,
        SoundReader.read(reading, casting, vocabulary, start, end));
  }

  private Setting habitat(List<CastMember> cast) {
    return cast.stream()
        .map(member -> vocabulary.habitat(member.species()))
        .filter(setting -> setting != Setting.UNSTATED)
        .findFirst()
        .orElse(Setting.UNSTATED);
  }

  private static SceneReader.Scene sceneOf(Shot shot) {
    return new SceneReader.Scene(
        shot.setting(), shot.time(), shot.weather(), shot.look(), shot.size(), shot.angle());
  }

  /**
   * A place that is named only later holds for the shots before it, too, and so does an hour unless
   * the film moves to another place for it.
   */
  private static List<Shot> withLight(List<Shot> shots) {
    List<Shot> settled = new ArrayList<>(shots);
    for (int i = shots.size() - 2; i >= 0; i--) {
      Shot next = settled.get(i + 1);
      Shot shot = settled.get(i);
      boolean stays = shot.setting() == Setting.UNSTATED || shot.setting() == next.setting();
      settled.set(
          i,
          new Shot(
              shot.number(),
              shot.start(),
              shot.end(),
              shot.text(),
              shot.size(),
              shot.angle(),
              shot.camera(),
              shot.setting() == Setting.UNSTATED ? next.setting() : shot.setting(),
              shot.time() == TimeOfDay.UNSTATED && stays ? next.time() : shot.time(),
              shot.weather(),
              shot.look(),
              shot.cast(),
              shot.lines(),
              shot.sounds()));
    }
    return settled;
  }
}
