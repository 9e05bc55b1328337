package io.wan4j.engine.previz.scene;

import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Species;
import java.util.regex.Pattern;

/** Who looks at something far behind the stage, and is therefore seen from behind. */
final class Onlookers {
  /** What is in the sky or at the horizon, where the camera looks too. */
  private static final Pattern FAR_OFF =
      Pattern.compile(
          "firework|sunset|sunrise|sundown|setting sun|rising sun|northern lights|aurora|starry sky"
              + "|at the stars|horizon|skyline|at the (?:moon|sky)|烟花|烟火|日落|日出|夕阳|极光|星空|流星",
          Pattern.CASE_INSENSITIVE);

  private Onlookers() {}

  /** Whether that member turns its back to the camera in a shot. */
  static boolean from(CastMember member, Shot shot) {
    if (member.species().body() != Species.Body.PERSON || Framing.onHead(shot.size())) {
      return false;
    }
    boolean looks =
        switch (member.action()) {
          case LOOK, CHEER -> true;
          default -> member.species() == Species.CROWD && stays(member);
        };
    boolean speaks = !shot.lines().isEmpty();
    return looks && !speaks && FAR_OFF.matcher(shot.text()).find()
        || member.heading() == CastMember.Heading.AWAY && (looks || stays(member));
  }

  private static boolean stays(CastMember member) {
    return switch (member.action()) {
      case STAND, UNSTATED, HOLD_HANDS, LEAN -> true;
      default -> false;
    };
  }
}
