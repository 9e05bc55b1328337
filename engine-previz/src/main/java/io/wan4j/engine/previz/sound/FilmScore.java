package io.wan4j.engine.previz.sound;

import io.wan4j.engine.Brief;
import io.wan4j.engine.SoundSource;
import io.wan4j.sound.Ambience;
import io.wan4j.sound.FilmSound;
import io.wan4j.sound.MouthTrack;
import io.wan4j.sound.Sound;
import io.wan4j.sound.Soundtrack;
import io.wan4j.sound.Speech;
import io.wan4j.sound.Utterance;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.SoundCue;
import io.wan4j.storyboard.SpokenLine;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.Weather;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns a storyboard into sound: each line spoken in its shot, a bed for the place, the weather and
 * the hour unless the prompt wants nothing else, and the sounds and music it names.
 */
public final class FilmScore {
  private static final Pattern GROWING =
      Pattern.compile(
          "swell|crescendo|ris(?:es|ing)|intensif|build(?:s|ing)? up|渐强|渐起|激昂",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FADING =
      Pattern.compile("fad(?:es|ing)|dies? away|lower the music|渐弱|渐隐", Pattern.CASE_INSENSITIVE);

  /** Words may go on a little after a cut, as people do, but not into the next line. */
  private static final double OVERHANG_SECONDS = 0.15;

  private static final double SHORTEST_LINE_SECONDS = 0.3;

  private final Ambience ambience = new Ambience();
  private final Speech speech;

  /**
   * @param speech speaks the lines; stays the caller's
   */
  public FilmScore(Speech speech) {
    this.speech = speech;
  }

  /**
   * The sound of the whole film, exactly as long as it. Speaks all lines, which takes about a
   * seventh of their length; the rest is made while it is read.
   */
  public SoundSource compose(Brief brief, Storyboard storyboard) {
    long samples =
        Math.max(1, (long) brief.frameCount() * SoundSource.SAMPLE_RATE / brief.frameRate());
    List<FilmSound.Cue> cues = new ArrayList<>();
    for (Shot shot : storyboard.shots()) {
      if (wantsBed(shot)) {
        cues.addAll(bed(shot));
      }
      shot.sounds().forEach(cue -> cue(shot, cue).ifPresent(cues::add));
    }
    SoundSource made =
        new Soundtrack(new FilmSound(samples, brief.seed(), cues, lines(brief, storyboard)));
    return ReferenceSounds.under(made, brief);
  }

  private static boolean wantsBed(Shot shot) {
    return shot.sounds().stream().noneMatch(cue -> cue.kind() == SoundCue.Kind.NOTHING_ELSE);
  }

  private List<FilmSound.Cue> bed(Shot shot) {
    List<String> weather = shot.weather().stream().map(Weather::name).toList();
    return ambience.beds(
        shot.setting().name(), shot.time().name(), weather, shot.start(), shot.end());
  }

  /** The sounds have the names of the cues; cues that are no sound of their own are left out. */
  private static Optional<FilmSound.Cue> cue(Shot shot, SoundCue cue) {
    double start = Math.max(0, cue.start());
    if (cue.end() <= start) {
      return Optional.empty();
    }
    return Arrays.stream(Sound.values())
        .filter(sound -> sound.name().equals(cue.kind().name()))
        .findFirst()
        .map(sound -> new FilmSound.Cue(sound, start, cue.end(), 1, 0, intensity(shot, sound)));
  }

  private static FilmSound.Intensity intensity(Shot shot, Sound sound) {
    if (sound.family() != Sound.Family.MUSIC) {
      return FilmSound.Intensity.EVEN;
    }
    if (GROWING.matcher(shot.text()).find()) {
      return FilmSound.Intensity.RISING;
    }
    return FADING.matcher(shot.text()).find()
        ? FilmSound.Intensity.FADING
        : FilmSound.Intensity.EVEN;
  }

  /** How mouths move: the speaker, when it speaks, and how far its mouth is open meanwhile. */
  public record SpokenMouth(String speaker, double start, MouthTrack track) {}

  /** The mouths of all lines that are spoken by somebody in the picture. Speaks them. */
  public List<SpokenMouth> mouths(Brief brief, Storyboard storyboard) {
    return spoken(brief, storyboard).stream()
        .filter(spoken -> spoken.line().tone() != SpokenLine.Tone.NARRATION)
        .map(
            spoken ->
                new SpokenMouth(
                    spoken.line().speaker(), spoken.line().start(), spoken.utterance().mouth()))
        .toList();
  }

  private List<FilmSound.Line> lines(Brief brief, Storyboard storyboard) {
    return spoken(brief, storyboard).stream()
        .map(spoken -> new FilmSound.Line(spoken.utterance(), spoken.line().start(), 1, 0))
        .toList();
  }

  private record Spoken(SpokenLine line, Utterance utterance) {}

  private List<Spoken> spoken(Brief brief, Storyboard storyboard) {
    SpeakerCasting casting = new SpeakerCasting(storyboard, ReferenceVoices.of(brief));
    List<Spoken> spoken = new ArrayList<>();
    for (Shot shot : storyboard.shots()) {
      for (int i = 0; i < shot.lines().size(); i++) {
        SpokenLine line = shot.lines().get(i);
        boolean last = i + 1 == shot.lines().size();
        double limit = last ? shot.end() + OVERHANG_SECONDS : shot.lines().get(i + 1).start();
        double room = Math.min(limit, storyboard.seconds()) - line.start();
        Utterance utterance = speech.say(line.text(), casting.speakerOf(line));
        utterance = Speech.within(utterance, Math.max(SHORTEST_LINE_SECONDS, room));
        spoken.add(new Spoken(line, utterance));
      }
    }
    return spoken;
  }
}
