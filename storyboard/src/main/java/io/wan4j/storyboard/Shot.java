package io.wan4j.storyboard;

import java.util.List;
import java.util.Objects;

/**
 * One shot between two cuts. What the text of a shot leaves open is taken from the shots before it.
 *
 * @param number 1 for the first
 * @param start seconds from the start of the film
 * @param end seconds from the start of the film, after {@code start}
 * @param text the words of the prompt that belong to this shot
 * @param camera moves in order of their start; empty when the text names none
 * @param weather everything named, strongest first; empty when the text names none
 * @param cast who and what is to be seen, the most important first
 * @param lines what is said in this shot, in order
 * @param sounds what else is to be heard, in order
 */
public record Shot(
    int number,
    double start,
    double end,
    String text,
    ShotSize size,
    CameraAngle angle,
    List<CameraMove> camera,
    Setting setting,
    TimeOfDay time,
    List<Weather> weather,
    Look look,
    List<CastMember> cast,
    List<SpokenLine> lines,
    List<SoundCue> sounds) {

  public Shot {
    Objects.requireNonNull(text, "text is null");
    Objects.requireNonNull(size, "size is null");
    Objects.requireNonNull(angle, "angle is null");
    Objects.requireNonNull(setting, "setting is null");
    Objects.requireNonNull(time, "time is null");
    Objects.requireNonNull(look, "look is null");
    camera = List.copyOf(camera);
    weather = List.copyOf(weather);
    cast = List.copyOf(cast);
    lines = List.copyOf(lines);
    sounds = List.copyOf(sounds);
    if (!(start >= 0 && end > start)) {
      throw new IllegalArgumentException(
          "a shot must end after it starts: " + start + " to " + end);
    }
  }

  public double seconds() {
    return end - start;
  }
}
