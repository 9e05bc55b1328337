package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Motion;
import io.wan4j.engine.previz.actor.Pose;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Overlay;
import io.wan4j.engine.previz.paint.Roll;
import io.wan4j.engine.previz.paint.SampleRows;
import io.wan4j.engine.previz.scenery.Piece;
import io.wan4j.engine.previz.scenery.Scenery;
import io.wan4j.engine.previz.scenery.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One shot, ready to be painted at any of its moments. Immutable. */
final class ShotView {
  /** How much air lies between the camera and what stands at depth 8. */
  private static final double HAZE_PER_DEPTH = 0.045;

  /** Beyond it are the sky, its clouds and the far mountains: lightning strikes before them. */
  private static final double SKY = 14;

  private final Scenery scenery;
  private final List<Role> roles;
  private final List<Role> ordered;
  private final CameraPath path;
  private final double start;
  private final double seconds;
  private final Mouths mouths;
  private final Atmosphere atmosphere;
  private final Bloom bloom;
  private final Compositing compositing;
  private final ActorPainter actors;

  /**
   * @param start of the shot in the film, seconds
   */
  ShotView(
      Scenery scenery,
      List<Role> roles,
      CameraPath path,
      double start,
      double seconds,
      Mouths mouths,
      Atmosphere atmosphere,
      Bloom bloom) {
    this.scenery = scenery;
    this.roles = roles.stream().sorted(Comparator.comparing(Role::depth).reversed()).toList();
    this.ordered = List.copyOf(roles);
    this.path = path;
    this.start = start;
    this.seconds = seconds;
    this.mouths = mouths;
    this.atmosphere = atmosphere;
    this.bloom = bloom;
    this.compositing = new Compositing(scenery.stage());
    this.actors =
        new ActorPainter(
            scenery.light(), scenery.stage().size().width(), scenery.stage().size().height());
  }

  /** Paints the shot at a time since its start. */
  void paint(double time, int[] frame) {
    paint(time, frame, roles);
  }

  /** Looks for everybody in the shot at a time since its start, the lead first. */
  List<Sighting> sightings(double time) {
    Stage stage = scenery.stage();
    CastMask mask = new CastMask(stage.size());
    int[] whole = new int[stage.size().pixels()];
    int[] without = new int[stage.size().pixels()];
    paint(time, whole, roles);
    View view = view(time);
    List<Sighting> sightings = new ArrayList<>();
    for (Role role : ordered) {
      paint(time, without, roles.stream().filter(other -> other != role).toList());
      sightings.add(mask.look(role, pose(role, time), place(role, view, time), whole, without));
    }
    return sightings;
  }

  /** The camera of a moment and where the light stands in its picture, in pixels. */
  private record View(Camera camera, double sunX, double sunY) {}

  private View view(double time) {
    Stage stage = scenery.stage();
    Camera camera = path.at(time);
    double unit = stage.unit();
    int width = stage.size().width();
    double sunX =
        width / 2.0 + (camera.panX() + (scenery.sunX() - stage.width() / 2) * camera.zoom()) * unit;
    double sunY =
        (Stage.HORIZON + camera.panY() + (scenery.sunY() - Stage.HORIZON) * camera.zoom()) * unit;
    return new View(camera, sunX, sunY);
  }

  private void paint(double time, int[] frame, List<Role> players) {
    Stage stage = scenery.stage();
    View view = view(time);
    Camera camera = view.camera();
    int width = stage.size().width();
    int height = stage.size().height();
    int hidden = compositing.hiddenFrom(scenery.pieces(), camera);
    SampleRows rows = new SampleRows(width);
    List<Overlay> overlays = new ArrayList<>();
    int next = 0;
    boolean sky = atmosphere.hasSky();
    for (Piece piece : scenery.pieces()) {
      while (next < players.size() && piece.depth() < players.get(next).depth()) {
        act(players.get(next++), view, time).ifPresent(overlays::add);
      }
      if (sky && piece.depth() < SKY) {
        Overlay.layAll(overlays, frame, width);
        overlays.clear();
        atmosphere.laySky(camera, start + time, frame);
        sky = false;
      }
      if (piece instanceof Piece.Floor) {
        hidden = height;
      }
      overlays.add(compositing.overlay(piece, camera, time, hidden, rows));
    }
    while (next < players.size()) {
      act(players.get(next++), view, time).ifPresent(overlays::add);
    }
    Overlay.layAll(overlays, frame, width);
    atmosphere.lay(camera, start + time, frame);
    bloom.lay(view.sunX(), view.sunY(), frame, width, height);
    if (camera.roll() != 0) {
      Roll.turn(frame, width, height, camera.roll());
    }
  }

  /** The frame of one time of the shot as it lies in the frame of another. */
  FrameMove frameAt(double seen, double from) {
    return path.frame(seen, from);
  }

  /** Who is on the way at a time of the shot, in the picture. */
  List<Mover> movers(double time) {
    Stage stage = scenery.stage();
    Camera camera = path.at(time);
    return roles.stream()
        .filter(role -> role.motion().moving() && role.depth() - camera.z() >= Camera.NEAREST)
        .map(
            role ->
                new Mover(
                    camera.column(role.placeAt(time, time / seconds), role.depth()) / stage.width()
                        + 0.5,
                    (camera.groundRow(role.depth()) - role.altitude() * camera.size(role.depth()))
                        / Stage.HEIGHT,
                    role.rig().length() * camera.size(role.depth()) / stage.width(),
                    role.facing()))
        .filter(mover -> mover.x() > 0.05 && mover.x() < 0.95)
        .toList();
  }

  private Optional<Overlay> act(Role role, View view, double time) {
    if (role.depth() - view.camera().z() < Camera.NEAREST) {
      return Optional.empty();
    }
    return actors.paint(role.rig(), pose(role, time), place(role, view, time));
  }

  private Pose pose(Role role, double time) {
    return new Pose(
        role.motion(),
        time + role.phase(),
        role.cycleAt(time),
        mouths.open(role.name(), start + time));
  }

  private ActorPainter.Place place(Role role, View view, double time) {
    Stage stage = scenery.stage();
    Camera camera = view.camera();
    double unit = stage.unit();
    double size = camera.size(role.depth());
    double column = camera.column(role.placeAt(time, time / seconds), role.depth());
    double row = camera.groundRow(role.depth());
    double altitude = role.altitude();
    double tilt = 0;
    if (altitude > 0) {
      altitude += 10 * Math.sin(time * 1.3 + role.phase() * 6);
      tilt = role.motion() == Motion.FLY ? 0.05 * Math.sin(time * 0.9 + role.phase() * 6) : 0;
    }
    double away = role.depth() - camera.z();
    return new ActorPainter.Place(
        (stage.width() / 2 + column) * unit,
        row * unit,
        size * unit,
        role.facing(),
        altitude,
        view.sunX(),
        view.sunY(),
        scenery.floating() ? 0 : 1,
        Ease.clamp((away - 1) * HAZE_PER_DEPTH),
        tilt);
  }
}
