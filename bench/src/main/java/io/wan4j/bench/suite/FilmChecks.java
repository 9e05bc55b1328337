package io.wan4j.bench.suite;

import io.wan4j.engine.previz.scene.CastPass;
import io.wan4j.engine.previz.scene.Sighting;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Look;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.ShotSize;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.TimeOfDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds what was measured on a film against what its prompt asks for. */
final class FilmChecks {
  private static final double DEAD_SECONDS = 0.5;

  /** A frame that differs less than this from the one before is the same picture: coding noise. */
  private static final double SAME = 0.005;

  private static final double[] CAST_PLACES = {0.1, 0.3, 0.5, 0.7, 0.9};
  private static final double HEARD_DB = -60;
  private static final double SPEECH_ABOVE_DB = 4;
  private static final double SPEECH_DB = -45;

  private final SuitePrompt prompt;
  private final Storyboard board;
  private final List<Finding> findings = new ArrayList<>();

  FilmChecks(SuitePrompt prompt, Storyboard board) {
    this.prompt = prompt;
    this.board = board;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void add(String check, int shot, boolean passed, String text) {
    findings.add(new Finding(check, shot, passed, text));
  }

  /** Whether the words were read as meant; what follows cannot be right where they were not. */
  void understood() {
    add(
        "understood",
        0,
        board.shots().size() == prompt.shots().size(),
        board.shots().size() + " shots, expected " + prompt.shots().size());
    for (int i = 0; i < prompt.shots().size(); i++) {
      ExpectedShot expected = prompt.shots().get(i);
      Shot shot = board.at((expected.start() + expected.end()) / 2);
      List<String> faults = new ArrayList<>();
      expected
          .setting()
          .filter(setting -> setting != shot.setting())
          .ifPresent(setting -> faults.add(shot.setting() + " instead of " + setting));
      expected
          .time()
          .filter(time -> time != hour(shot))
          .ifPresent(time -> faults.add(shot.time() + " instead of " + time));
      for (String noun : expected.cast()) {
        if (shot.cast().stream().noneMatch(member -> names(member.noun(), noun))) {
          faults.add("nobody named " + noun);
        }
      }
      add("understood", i + 1, faults.isEmpty(), faults.isEmpty() ? "" : String.join("; ", faults));
    }
  }

  /** Where no hour is told it is day. */
  private static TimeOfDay hour(Shot shot) {
    return shot.time() == TimeOfDay.UNSTATED ? TimeOfDay.DAY : shot.time();
  }

  private static boolean names(String noun, String expected) {
    return noun.equalsIgnoreCase(expected) || noun.toLowerCase().contains(expected.toLowerCase());
  }

  /** Cuts where they should be, within two frames, and no others; no picture stands too long. */
  void pictures(FilmStudy study, LightRanges ranges) {
    cuts(study);
    life(study);
    for (int i = 0; i < prompt.shots().size(); i++) {
      ExpectedShot expected = prompt.shots().get(i);
      FilmStudy.ShotStudy shot = study.shots().get(i);
      Optional<CameraSense> camera = expected.camera();
      if (camera.isPresent()) {
        add(
            "camera",
            i + 1,
            shot.camera().sense() == camera.get(),
            "seen " + shot.camera().text() + ", asked " + camera.get());
      }
      light(i + 1, expected, shot.colours(), ranges);
    }
  }

  private void light(int number, ExpectedShot expected, ShotColours colours, LightRanges ranges) {
    Shot shot = board.at((expected.start() + expected.end()) / 2);
    if (!naturalColours(shot.look())) {
      return;
    }
    List<String> faults =
        ranges.faults(
            expected.setting().orElse(Setting.UNSTATED),
            expected.time().orElse(TimeOfDay.UNSTATED),
            colours);
    add(
        "light",
        number,
        faults.isEmpty(),
        faults.isEmpty() ? colours.text() : String.join("; ", faults));
  }

  /** Styles with colours of their own are not held to those of the hour. */
  private static boolean naturalColours(Look look) {
    return switch (look.style()) {
      case BLACK_AND_WHITE, INK, SKETCH, VINTAGE_FILM, CYBERPUNK, PIXEL -> false;
      default -> true;
    };
  }

  private void cuts(FilmStudy study) {
    List<Integer> expected =
        prompt.shots().stream()
            .skip(1)
            .map(shot -> (int) Math.round(shot.start() * study.frameRate()))
            .toList();
    List<Integer> seen = Cuts.in(study.steps());
    boolean passed =
        seen.size() == expected.size()
            && expected.stream()
                .allMatch(cut -> seen.stream().anyMatch(other -> Math.abs(other - cut) <= 2));
    add("cuts", 0, passed, "seen at frames " + seen + ", asked " + expected);
  }

  private void life(FilmStudy study) {
    int longest = 0;
    int run = 0;
    for (double step : study.steps()) {
      run = step < SAME ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    double seconds = (double) longest / study.frameRate();
    add(
        "life",
        0,
        prompt.still() || seconds <= DEAD_SECONDS,
        "the longest standing picture lasts %.2f s".formatted(seconds));
  }

  /** Everybody named is seen, and at some moment of the shot not cut off. */
  void cast(CastPass pass, int frameRate) {
    for (int i = 0; i < prompt.shots().size(); i++) {
      ExpectedShot expected = prompt.shots().get(i);
      if (expected.cast().isEmpty()) {
        continue;
      }
      List<Sighting> sightings = new ArrayList<>();
      for (double place : CAST_PLACES) {
        double second = expected.start() + place * (expected.end() - expected.start());
        sightings.addAll(pass.at((int) (second * frameRate)));
      }
      Shot shot = board.at((expected.start() + expected.end()) / 2);
      for (String noun : expected.cast()) {
        cast(i + 1, shot, noun, sightings);
      }
    }
  }

  private void cast(int number, Shot shot, String noun, List<Sighting> sightings) {
    String shown = riderOf(shot, noun);
    Optional<Sighting> best =
        sightings.stream()
            .filter(sighting -> names(sighting.name(), shown))
            .max(Comparator.comparingDouble(s -> s.inside() * s.shown()));
    boolean closeUp =
        switch (shot.size()) {
          case EXTREME_CLOSE_UP, CLOSE_UP, MEDIUM_CLOSE_UP, MEDIUM -> true;
          default -> false;
        };
    boolean passed =
        best.filter(s -> s.head() && s.shown() > 0.5 && s.area() > least(shot.size()))
            .filter(s -> closeUp || s.inside() > 0.9)
            .isPresent();
    add(
        "cast",
        number,
        passed,
        best.map(
                s ->
                    "%s: %.0f %% in the frame, %.0f %% of that not hidden, %.1f %% of the frame%s"
                        .formatted(
                            noun,
                            100 * s.inside(),
                            100 * s.shown(),
                            100 * s.area(),
                            s.head() ? "" : ", head cut off"))
            .orElse(noun + ": not there"));
  }

  /** A mount and its rider are one drawing, which has the rider's name. */
  private static String riderOf(Shot shot, String noun) {
    return shot.cast().stream()
        .filter(member -> member.action() == Action.RIDE && names(noun, member.target()))
        .filter(member -> !member.target().isEmpty())
        .map(CastMember::noun)
        .findFirst()
        .orElse(noun);
  }

  private static double least(ShotSize size) {
    return size == ShotSize.EXTREME_LONG || size == ShotSize.LONG ? 0.001 : 0.003;
  }

  /** Sound is there exactly when it should be, and voices are heard in their shots. */
  void sound(SoundStudy study) {
    double level = study.loud(0, prompt.seconds());
    boolean heard = study.track() && level > HEARD_DB;
    add(
        "sound",
        0,
        prompt.sound() ? heard : !study.track(),
        study.track() ? "sound of %.0f dB".formatted(level) : "no sound track");
    if (prompt.shots().stream().noneMatch(ExpectedShot::speech)) {
      return;
    }
    double elsewhere =
        prompt.shots().stream()
            .filter(shot -> !shot.speech())
            .mapToDouble(shot -> study.voiced(shot.start() + 0.3, shot.end()))
            .max()
            .orElse(SoundStudy.SILENCE_DB);
    for (int i = 0; i < prompt.shots().size(); i++) {
      ExpectedShot shot = prompt.shots().get(i);
      if (shot.speech()) {
        double voiced = study.voiced(shot.start(), shot.end());
        add(
            "speech",
            i + 1,
            voiced > SPEECH_DB && voiced > elsewhere + SPEECH_ABOVE_DB,
            "voice band %.0f dB, elsewhere %.0f dB".formatted(voiced, elsewhere));
      }
    }
  }
}
