package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.SpokenLine;

/** Mouths that move while their lines last, at the pace of syllables, four or five a second. */
final class Speaking {
  private Speaking() {}

  /**
   * The mouths of a shot.
   *
   * @param voiced those of the spoken sound, or {@link Mouths#SHUT} when none is made
   */
  static Mouths of(Shot shot, Mouths voiced) {
    if (voiced != Mouths.SHUT && (voiced.unwritten() || !shot.lines().isEmpty())) {
      return voiced;
    }
    String first = shot.cast().isEmpty() ? "" : shot.cast().getFirst().noun();
    boolean silentTalk = shot.lines().isEmpty();
    return (name, second) -> {
      for (SpokenLine line : shot.lines()) {
        String speaker = line.speaker().isEmpty() ? first : line.speaker();
        if (line.tone() != SpokenLine.Tone.NARRATION
            && speaker.equals(name)
            && second >= line.start()
            && second < line.end()) {
          return syllables(second);
        }
      }
      boolean talks =
          silentTalk
              && shot.cast().stream()
                  .anyMatch(member -> member.noun().equals(name) && talks(member));
      return talks ? syllables(second) : 0;
    };
  }

  private static boolean talks(CastMember member) {
    return switch (member.action()) {
      case TALK, SING, RAP, LAUGH, CHEER -> true;
      default -> false;
    };
  }

  private static double syllables(double second) {
    double opening = Math.abs(Math.sin(second * 4.6 * Math.PI));
    double stress = 0.55 + 0.45 * Noise.smooth(second * 2.2, 0.5, 4096, 3);
    double pause = Noise.smooth(second * 0.9, 7.5, 4096, 9) < 0.22 ? 0.2 : 1;
    return opening * stress * pause;
  }
}
