package io.wan4j.engine.previz.sound;

import io.wan4j.engine.EngineException;
import io.wan4j.sound.Speaker;
import io.wan4j.sound.Voiceprint;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Species;
import io.wan4j.storyboard.SpokenLine;
import io.wan4j.storyboard.Storyboard;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Gives every speaker of a storyboard a voice: kind, sex and age of the cast member of that name;
 * speakers that are otherwise alike differ by the order in which they first speak.
 */
final class SpeakerCasting {
  private static final String FILE = "speakers.properties";

  private final Properties kinds = new Properties();
  private final Storyboard storyboard;
  private final ReferenceVoices voices;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /**
   * @param voices what the references of the brief sound like
   */
  SpeakerCasting(Storyboard storyboard, ReferenceVoices voices) {
    this.storyboard = storyboard;
    this.voices = voices;
    try (InputStream file = SpeakerCasting.class.getResourceAsStream(FILE)) {
      kinds.load(file);
    } catch (IOException e) {
      throw new EngineException("cannot read " + FILE, e);
    }
  }

  Speaker speakerOf(SpokenLine line) {
    int number = numbers.computeIfAbsent(line.speaker(), name -> numbers.size());
    Speaker.Tone tone = Speaker.Tone.valueOf(line.tone().name());
    Optional<CastMember> found = member(line.speaker());
    Voiceprint likeness = likeness(line, found, number);
    if (found.isEmpty()) {
      return new Speaker(
          Speaker.Kind.HUMAN,
          sounding(likeness, alternating(number)),
          Speaker.Age.ADULT,
          tone,
          number,
          likeness);
    }
    CastMember member = found.get();
    Speaker.Sex sex =
        member.sex() == CastMember.Sex.UNSTATED
            ? sounding(likeness, alternating(number))
            : sex(member, number);
    return new Speaker(kind(member.species()), sex, age(member), tone, number, likeness);
  }

  private Voiceprint likeness(SpokenLine line, Optional<CastMember> found, int number) {
    if (line.tone() == SpokenLine.Tone.NARRATION) {
      return Voiceprint.UNKNOWN;
    }
    return found.isPresent() && found.get().reference().present()
        ? voices.of(found.get().reference())
        : voices.ofSpeaker(number);
  }

  /** Adults under this pitch are heard as men (typical ranges 85 to 155 and 165 to 255 Hz). */
  private static Speaker.Sex sounding(Voiceprint print, Speaker.Sex unheard) {
    if (print.pitch() == 0) {
      return unheard;
    }
    return print.pitch() < 160 ? Speaker.Sex.MALE : Speaker.Sex.FEMALE;
  }

  private Optional<CastMember> member(String noun) {
    return storyboard.shots().stream()
        .map(Shot::cast)
        .flatMap(cast -> cast.stream())
        .filter(member -> !noun.isEmpty() && member.noun().equalsIgnoreCase(noun))
        .findFirst();
  }

  private Speaker.Kind kind(Species species) {
    String own = kinds.getProperty("species." + species.name().toLowerCase(Locale.ROOT), "");
    String body = kinds.getProperty("body." + species.body().name().toLowerCase(Locale.ROOT));
    return Speaker.Kind.valueOf((own.isEmpty() ? body : own).strip().toUpperCase(Locale.ROOT));
  }

  private static Speaker.Sex sex(CastMember member, int number) {
    return switch (member.sex()) {
      case FEMALE -> Speaker.Sex.FEMALE;
      case MALE -> Speaker.Sex.MALE;
      case UNSTATED -> alternating(number);
    };
  }

  private static Speaker.Sex alternating(int number) {
    return number % 2 == 0 ? Speaker.Sex.FEMALE : Speaker.Sex.MALE;
  }

  private static Speaker.Age age(CastMember member) {
    return switch (member.age()) {
      case BABY, CHILD -> Speaker.Age.CHILD;
      case YOUNG -> Speaker.Age.YOUNG;
      case OLD -> Speaker.Age.OLD;
      case ADULT, UNSTATED -> Speaker.Age.ADULT;
    };
  }
}
