package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.scenery.Stage;
import io.wan4j.storyboard.CameraMove;
import java.util.List;

/**
 * The camera over one shot: framed on the lead, kept on it when it runs, moved as the storyboard
 * says. Moves begin half before and end half behind the framed place, so that the middle of the
 * shot is framed as asked.
 */
final class CameraPath {
  /** Growth is painted up to about this depth. */
  private static final double NEAREST_GROUND = 0.44;

  /** How far behind its home the camera may go, in depths. */
  private static final double FARTHEST_BACK = 0.42;

  private static final double SHORTEST_WAY_BACK = 0.15;

  private final Stage stage;
  private final Camera framed;
  private final List<CameraMove> moves;
  private final double seconds;
  private final double leadDepth;
  private final double leadSpeed;
  private final boolean follows;
  private final int seed;
  private final boolean keepsLead;

  /** How high over the ground the part of the lead is that is in the middle; less than 0: none. */
  private final double focus;

  /**
   * @param framed the camera in the middle of the shot
   * @param lead whom it keeps on, or null when nobody is to be seen
   */
  CameraPath(
      Stage stage, Camera framed, List<CameraMove> moves, double seconds, Role lead, long seed) {
    this.stage = stage;
    this.framed = framed;
    this.moves = moves.isEmpty() ? List.of(breath()) : List.copyOf(moves);
    this.seconds = seconds;
    this.leadDepth = lead == null ? 3 : lead.depth();
    this.leadSpeed = lead == null ? 0 : lead.speed();
    this.follows = !stands(moves);
    this.seed = (int) seed;
    this.keepsLead = this.moves.stream().allMatch(CameraPath::inOrOut);
    this.focus =
        lead == null
            ? -1
            : Math.clamp(
                (framed.groundRow(leadDepth) - Stage.HEIGHT / 2) / framed.size(leadDepth),
                0,
                lead.altitude() + crown(lead));
  }

  /** How high somebody is in what it does: lying down it is lower than it is tall. */
  private static double crown(Role lead) {
    double[] head = lead.rig().head(lead.motion());
    return Math.clamp(head[2] / 2 - head[1], 0, lead.rig().height());
  }

  /** The camera is never quite dead: without a named move it comes a little nearer. */
  private static CameraMove breath() {
    return new CameraMove(
        CameraMove.Kind.DOLLY_IN,
        CameraMove.Speed.VERY_SLOW,
        CameraMove.Strength.SLIGHT,
        CameraMove.Easing.LINEAR,
        0,
        1);
  }

  /** Whether the camera is told to stand: it lets a runner pass through the picture. */
  static boolean stands(List<CameraMove> moves) {
    return moves.stream().anyMatch(move -> move.kind() == CameraMove.Kind.STATIC);
  }

  /** The camera at a time of the shot. */
  Camera at(double time) {
    Camera camera = framed;
    if (follows) {
      camera = camera.moved(leadSpeed * time, 0, 0);
    } else {
      // the runner crosses the picture in the middle of the shot
      camera = camera.moved(leadSpeed * seconds / 2, 0, 0);
    }
    for (CameraMove move : moves) {
      double t = (time / seconds - move.start()) / (move.end() - move.start());
      camera = apply(camera, move, eased(move, t), time);
    }
    return overPaintedGround(onLead(camera));
  }

  /** Going in and out, an operator keeps what was in the middle there. */
  private Camera onLead(Camera camera) {
    if (!keepsLead || focus < 0) {
      return camera;
    }
    return camera.turned(0, rowOf(framed, focus) - rowOf(camera, focus));
  }

  /** The row of what is so high over the ground at the lead's depth. */
  private double rowOf(Camera camera, double high) {
    return camera.groundRow(leadDepth) - high * camera.size(leadDepth);
  }

  private static boolean inOrOut(CameraMove move) {
    return switch (move.kind()) {
      case DOLLY_IN, DOLLY_OUT, ZOOM_IN, ZOOM_OUT -> true;
      default -> false;
    };
  }

  /** The frame of one time of the shot as it lies in the frame of another. */
  FrameMove frame(double seen, double from) {
    double shift = follows ? leadSpeed * (seen - from) : 0;
    return FrameMove.of(at(seen), at(from), stage, leadDepth, shift);
  }

  /** Lifts the eyes so far that the lowest row of the frame still shows painted ground. */
  private static Camera overPaintedGround(Camera camera) {
    double lowestRow = (Stage.HEIGHT - Stage.HORIZON - camera.panY()) / camera.zoom();
    double needed = Math.max(0, NEAREST_GROUND - camera.z()) * lowestRow;
    return camera.moved(0, Math.max(0, Math.min(needed, Stage.EYE) - camera.eye()), 0);
  }

  /** From the camera to the lead, in depths. */
  private double away() {
    return Math.max(0.2, leadDepth - framed.z());
  }

  private static double eased(CameraMove move, double t) {
    double u = Ease.clamp(t);
    return switch (move.easing()) {
      case SMOOTH -> Ease.mix(u, Ease.quintic(u), 0.8);
      case LINEAR -> u;
      case EASE_IN -> u * u;
      case EASE_OUT -> 1 - (1 - u) * (1 - u);
      case SNAP -> Ease.quintic((u - 0.35) / 0.3);
    };
  }

  private double reach(CameraMove move) {
    double strength =
        switch (move.strength()) {
          case SLIGHT -> 0.5;
          case NORMAL -> 1;
          case WIDE -> 1.5;
        };
    double pace =
        switch (move.speed()) {
          case VERY_SLOW -> 0.45;
          case SLOW -> 0.7;
          case NORMAL -> 1;
          case FAST -> 1.3;
          case VERY_FAST -> 1.6;
        };
    double length = Math.min(1.25, 0.45 + seconds * (move.end() - move.start()) * 0.14);
    return Math.min(1.7, strength * pace * length);
  }

  private Camera apply(Camera camera, CameraMove move, double t, double time) {
    double r = reach(move);
    double half = t - 0.5;
    double wide = stage.width();
    double away = away();
    // With a runner in the picture, going along with it is most of the move.
    double side = leadSpeed == 0 ? 1 : 0.3;
    return switch (move.kind()) {
      case STATIC, RACK_FOCUS -> camera;
      case PAN_LEFT -> camera.turned(0.42 * side * wide * r * half, 0);
      case PAN_RIGHT -> camera.turned(-0.42 * side * wide * r * half, 0);
      case WHIP_PAN_LEFT -> camera.turned(1.6 * wide * Ease.quintic(t), 0);
      case WHIP_PAN_RIGHT -> camera.turned(-1.6 * wide * Ease.quintic(t), 0);
      case TILT_UP -> camera.turned(0, 190 * Math.min(1.2, r) * half);
      case TILT_DOWN -> camera.turned(0, -190 * Math.min(1.2, r) * half);
      case DOLLY_IN, POINT_OF_VIEW -> dolly(camera, r * half, away);
      case DOLLY_OUT -> dolly(camera, -r * half, away);
      case TRUCK_LEFT -> camera.moved(-0.62 * side * wide * away * r * half, 0, 0);
      case TRUCK_RIGHT -> camera.moved(0.62 * side * wide * away * r * half, 0, 0);
      case PEDESTAL_UP -> rise(camera, r * half, 0.5);
      case PEDESTAL_DOWN -> rise(camera, -r * half, 0.5);
      case CRANE_UP -> rise(camera, r * half, 0.75);
      case CRANE_DOWN -> rise(camera, -r * half, 0.75);
      case ZOOM_IN -> camera.zoomed(Math.pow(1.55, r * half * (half < 0 ? 0.55 : 1.1)));
      case ZOOM_OUT -> camera.zoomed(Math.pow(1.55, -r * half * (half < 0 ? 1.1 : 0.55)));
      case DOLLY_ZOOM -> dollyZoom(camera, 0.34 * away * r * t, away);
      case ORBIT_LEFT -> orbit(camera, -r * half, away);
      case ORBIT_RIGHT -> orbit(camera, r * half, away);
      case FOLLOW -> camera.moved(0, 6 * Noise.wander(time * 0.5, seed), 0);
      case HANDHELD ->
          camera.turned(
              9 * r * Noise.wander(time * 1.3, seed) + 3 * Noise.wander(time * 4, seed + 1),
              7 * r * Noise.wander(time * 1.5, seed + 2)
                  + 2.4 * Noise.wander(time * 4.3, seed + 3));
      case AERIAL ->
          dolly(camera.moved(0, 0.3 * Stage.EYE, 0).turned(0, -50), r * half, Math.max(1, away));
      case OVERHEAD -> camera.moved(0, 0.25 * Stage.EYE * t, 0).turned(0, -60 * t);
      case ROLL -> camera.rolled(0.12 * r * half);
    };
  }

  /** By a share of the way to the lead, so that nothing is ever run over. */
  private Camera dolly(Camera camera, double share, double away) {
    // The farthest back that still sees nothing but painted ground, reached at the very end.
    double room = Math.max(SHORTEST_WAY_BACK, framed.z() + FARTHEST_BACK);
    double dz = share > 0 ? 0.44 * away * share : Math.min(0.62 * away, room / 0.85) * share;
    // A little of the lens too, so that what is far away takes part.
    return camera.moved(0, 0, dz).zoomed(1 + 0.14 * share);
  }

  private Camera rise(Camera camera, double share, double reach) {
    double away = Math.max(0.35, leadDepth - framed.z());
    double lift = reach * Stage.EYE * share * Math.min(1, away);
    // Half of what the rise moves the subject is taken back by tilting, as an operator would.
    return camera.moved(0, lift, 0).turned(0, -0.35 * lift / away + 60 * share);
  }

  private static Camera dollyZoom(Camera camera, double dz, double away) {
    double factor = (away + dz) / away;
    return camera.moved(0, 0, -dz).zoomed(factor);
  }

  private Camera orbit(Camera camera, double share, double away) {
    double angle = 0.6 * share;
    double side = Math.sin(angle) * away * stage.width() * 0.62;
    double back = (1 - Math.cos(angle)) * away;
    // Turn back by what the lead has moved, so that it stays where it is.
    return camera.moved(side, 0, -back).turned(side / (away + back), 0);
  }
}
