package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.scenery.Stage;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.ShotSize;
import java.util.List;

/**
 * Where the camera stands so that the lead is as large as the shot size says: near enough, its eyes
 * at a height that keeps the horizon in the middle of the picture, tilted so that there is room
 * over the head.
 */
final class Framing {
  private static final double SMALLEST_HORIZON = 0.36;
  private static final double LARGEST_HORIZON = 0.60;

  /** Who flies higher than this is looked up to: much sky, the land low behind. */
  private static final double ALOFT = 200;

  /** Where the horizon falls then. */
  private static final double LOW_HORIZON = 0.66;

  /** How many widths of the picture somebody may pass before a camera that stands. */
  private static final double CROSSED = 1.1;

  private final Stage stage;

  Framing(Stage stage) {
    this.stage = stage;
  }

  /**
   * Moves the roles of a long shot as far back as they must be seen from, so that the camera need
   * not stand behind the place's front.
   *
   * @param farthest depth at which anybody may stand
   */
  List<Role> placed(Shot shot, List<Role> roles, double farthest) {
    if (roles.isEmpty() || onHead(shot.size())) {
      return roles;
    }
    double nearest = roles.getFirst().depth();
    double deepest = roles.stream().mapToDouble(Role::depth).max().orElse(nearest);
    double shift =
        Math.min(awayForBody(shot.size(), roles) - nearest, Math.max(0, farthest - deepest));
    return shift <= 0 ? roles : roles.stream().map(role -> role.back(shift)).toList();
  }

  /** Slows down those who would leave the picture of a camera that stands long before its end. */
  List<Role> crossing(List<Role> roles, Camera camera, double seconds) {
    return roles.stream()
        .map(role -> role.crossing(CROSSED * stage.width() / camera.size(role.depth()), seconds))
        .toList();
  }

  /** The camera at the middle of the shot, before any move. */
  Camera of(Shot shot, List<Role> roles) {
    Camera camera = roles.isEmpty() ? landscape(shot) : on(shot, roles);
    return switch (shot.angle()) {
      case LOW -> camera.moved(0, -0.28 * camera.eye(), 0).turned(0, 60);
      case HIGH -> camera.moved(0, 0.32 * Stage.EYE, 0).turned(0, -110);
      case OVERHEAD, AERIAL -> camera.moved(0, 0.5 * Stage.EYE, -0.1).turned(0, -170);
      case DUTCH -> camera.rolled(0.06);
      case UNSTATED, EYE_LEVEL, POINT_OF_VIEW, OVER_THE_SHOULDER -> camera;
    };
  }

  private static Camera landscape(Shot shot) {
    double zoom =
        switch (shot.size()) {
          case EXTREME_LONG -> 1;
          case UNSTATED, LONG -> 1.02;
          case MEDIUM_LONG, MEDIUM -> 1.12;
          case MEDIUM_CLOSE_UP, CLOSE_UP -> 1.25;
          case EXTREME_CLOSE_UP -> 1.4;
        };
    return Camera.HOME.zoomed(zoom);
  }

  private Camera on(Shot shot, List<Role> roles) {
    Role lead = roles.getFirst();
    Rig rig = lead.rig();
    ShotSize size = shot.size();
    boolean onHead = onHead(size);
    double[] head = rig.head(lead.motion());
    double away = onHead ? awayForHead(size, head) : awayForBody(size, roles);
    double z = lead.depth() - away;
    double size1 = 1 / away;
    // Where the horizon falls: the eye height that puts it there, within what looks natural.
    double foot;
    double x = lead.start();
    if (onHead) {
      double headRow = Stage.HEIGHT * (size == ShotSize.EXTREME_CLOSE_UP ? 0.50 : 0.42);
      foot = headRow - head[1] * size1;
      x += head[0] * lead.facing() * 0.75;
      if (ofTwo(shot) && roles.size() > 1) {
        x = (x + roles.get(1).start()) / 2;
      }
    } else {
      foot = Stage.HEIGHT * footShare(size);
      double left =
          roles.stream()
              .mapToDouble(role -> role.start() - role.rig().length() / 2)
              .min()
              .orElse(0);
      double right =
          roles.stream()
              .mapToDouble(role -> role.start() + role.rig().length() / 2)
              .max()
              .orElse(0);
      x = (left + right) / 2;
      // the lead looks into the empty side
      x += roles.size() == 1 ? lead.facing() * stage.width() * 0.07 * away : 0;
    }
    boolean aloft = !onHead && lead.altitude() > ALOFT;
    if (aloft) {
      foot = Stage.HEIGHT * 0.42 + (lead.altitude() + rig.height() / 2) * size1;
    } else {
      foot += lead.altitude() * size1 * (onHead ? 1 : 0.45);
    }
    double horizon =
        Ease.mix(foot - Stage.EYE * 0.98 * size1, Stage.HEIGHT * 0.48, onHead ? 0.8 : 0.35);
    horizon =
        Math.max(
            Stage.HEIGHT * SMALLEST_HORIZON, Math.min(Stage.HEIGHT * LARGEST_HORIZON, horizon));
    if (aloft) {
      horizon = Stage.HEIGHT * LOW_HORIZON;
    }
    double lowest = onHead ? Math.min(0.62 * Stage.EYE, -0.85 * head[1]) : 0.62 * Stage.EYE;
    double eye = Math.max(lowest, Math.min(1.2 * Stage.EYE, (foot - horizon) / size1));
    double panY = foot - eye * size1 - Stage.HORIZON;
    panY = Math.max(-150, Math.min(110, panY));
    return new Camera(x, eye - Stage.EYE, z, 1, 0, panY, 0);
  }

  private double awayForHead(ShotSize size, double[] head) {
    double share =
        switch (size) {
          case EXTREME_CLOSE_UP -> 0.80;
          case CLOSE_UP -> 0.52;
          case MEDIUM_CLOSE_UP -> 0.36;
          default -> 0.235;
        };
    double fit = Math.min(Stage.HEIGHT, stage.width() * 1.15);
    return Math.max(0.14, head[2] / (share * fit));
  }

  private double awayForBody(ShotSize size, List<Role> roles) {
    Role lead = roles.getFirst();
    double share =
        switch (size) {
          case MEDIUM_LONG -> 0.66;
          case UNSTATED -> lead.motion().moving() ? 0.36 : 0.50;
          case EXTREME_LONG -> 0.15;
          default -> 0.36;
        };
    // Wings and ropes want room above the body.
    double tall =
        lead.altitude() > ALOFT
            ? Math.max(lead.rig().height(), 0.6 * lead.rig().reach())
            : lead.rig().height();
    double byHeight = tall / (share * Stage.HEIGHT);
    double left =
        roles.stream()
            .limit(4)
            .mapToDouble(r -> r.start() - r.rig().length() * 0.55)
            .min()
            .orElse(0);
    double right =
        roles.stream()
            .limit(4)
            .mapToDouble(r -> r.start() + r.rig().length() * 0.55)
            .max()
            .orElse(0);
    double breadth = stage.width() < Stage.HEIGHT ? 0.6 : 0.76;
    double byWidth =
        (right - left) / (stage.width() * (size == ShotSize.EXTREME_LONG ? 0.4 : breadth));
    return Math.max(0.42, Math.max(byHeight, byWidth));
  }

  private static double footShare(ShotSize size) {
    return switch (size) {
      case EXTREME_LONG -> 0.76;
      case MEDIUM_LONG -> 0.93;
      default -> 0.86;
    };
  }

  /** Whether a shot shows two people to the waist, side by side. */
  static boolean ofTwo(Shot shot) {
    return shot.size() == ShotSize.MEDIUM;
  }

  /** Whether a shot of that size shows the head rather than the whole body. */
  static boolean onHead(ShotSize size) {
    return switch (size) {
      case EXTREME_CLOSE_UP, CLOSE_UP, MEDIUM_CLOSE_UP, MEDIUM -> true;
      case UNSTATED, MEDIUM_LONG, LONG, EXTREME_LONG -> false;
    };
  }
}
