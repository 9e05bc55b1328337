package io.wan4j.engine.previz;

import io.wan4j.engine.previz.scene.Mouths;
import io.wan4j.engine.previz.sound.Loudness;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.SpokenLine;
import io.wan4j.storyboard.Storyboard;
import java.util.Comparator;
import java.util.Optional;

/**
 * Mouths that move with a given sound: of whoever the storyboard has speaking, singing or rapping
 * at that time.
 */
record HeardMouths(Loudness sound, Storyboard storyboard) implements Mouths {
  /** Quieter than this share of the loudest moment the mouth is shut. */
  private static final double SHUT_BELOW = 0.08;

  @Override
  public double open(String name, double second) {
    if (!speaker(second).filter(name::equalsIgnoreCase).isPresent()) {
      return 0;
    }
    double level = (sound.at(second - 0.01) + sound.at(second) + sound.at(second + 0.01)) / 3;
    return level < SHUT_BELOW ? 0 : Math.min(1, Math.sqrt(level) * 1.1);
  }

  private Optional<String> speaker(double second) {
    Shot shot = storyboard.at(Math.min(second, storyboard.seconds()));
    Optional<String> lead = shot.cast().stream().map(CastMember::noun).findFirst();
    if (!shot.lines().isEmpty()) {
      // The times of lines are guesses beside a given sound: the nearest one counts.
      SpokenLine line =
          shot.lines().stream()
              .min(Comparator.comparingDouble(said -> distance(said, second)))
              .orElseThrow();
      return line.speaker().isEmpty() ? lead : Optional.of(line.speaker());
    }
    return shot.cast().stream().filter(HeardMouths::usesItsVoice).map(CastMember::noun).findFirst();
  }

  private static double distance(SpokenLine line, double second) {
    return Math.max(0, Math.max(line.start() - second, second - line.end()));
  }

  private static boolean usesItsVoice(CastMember member) {
    return switch (member.action()) {
      case TALK, SING, RAP, LAUGH, CHEER -> true;
      default -> false;
    };
  }

  @Override
  public boolean unwritten() {
    return true;
  }
}
