package io.wan4j.engine.previz.picture;

import io.wan4j.engine.previz.FrameSequence;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.SpokenLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * References on a stage: a background film, and on it, shot by shot, the references that play in
 * the shot, as cut-outs or cards in the light of the stage.
 */
final class CastFilm implements FrameSequence {
  /** One reference: what it looks like at each frame, told in order. */
  interface Member extends AutoCloseable {
    /** The next look of it; stills give the same each time. */
    CutOut next();

    @Override
    void close();
  }

  /**
   * How somebody moves.
   *
   * @param sway leaning from side to side, 0 to 1
   * @param bob up and down, 0 to 1
   * @param travel across the stage, -1 to 1
   * @param tempo movements a second
   */
  record Action(double sway, double bob, double travel, double tempo) {}

  private static final double ENTRANCE_SECONDS = 0.7;

  /** Nods a second of somebody who speaks. */
  private static final double NODS = 2.1;

  /** How far from the middle the cast may reach, in frame widths. */
  private static final double EDGE = 0.495;

  /** The depth at which the cast stands, for the camera's moves (1 is nearest). */
  private static final double CAST_DEPTH = 0.75;

  private final FrameSequence stage;
  private final Map<Integer, Member> cast;
  private final List<Blocking> shots;
  private final int width;
  private final int height;
  private final int frameRate;
  private final double entersAfter;
  private final Finish finish;
  private final Map<Integer, Plate> shadows = new TreeMap<>();

  /**
   * @param cast by their position in the list of references
   * @param shots without gaps, joined by cuts
   * @param entersAfter seconds until the first member comes in; 0 has it there from the start
   */
  CastFilm(
      FrameSequence stage,
      Map<Integer, Member> cast,
      List<Blocking> shots,
      int width,
      int height,
      int frameRate,
      double entersAfter,
      Finish finish) {
    this.stage = stage;
    this.cast = new TreeMap<>(cast);
    this.shots = List.copyOf(shots);
    this.width = width;
    this.height = height;
    this.frameRate = frameRate;
    this.entersAfter = entersAfter;
    this.finish = finish;
  }

  @Override
  public Painting begin(int frame) {
    Painting ground = stage.begin(frame);
    Map<Integer, CutOut> looks = new TreeMap<>();
    cast.forEach(
        (index, member) -> {
          CutOut look = member.next();
          looks.put(index, look);
          shadows.computeIfAbsent(
              index, i -> look.card() ? SoftShadow.of(look.plate()) : SoftShadow.pool());
        });
    Map<Integer, Plate> thrown = Map.copyOf(shadows);
    return argb -> {
      ground.paint(argb);
      paint(frame, looks, thrown, argb);
    };
  }

  private Blocking at(int frame) {
    for (Blocking shot : shots) {
      if (frame < shot.to()) {
        return shot;
      }
    }
    return shots.getLast();
  }

  private void paint(
      int frame, Map<Integer, CutOut> looks, Map<Integer, Plate> thrown, int[] argb) {
    Blocking shot = at(frame);
    double seconds = (double) frame / frameRate;
    double share = (double) (frame - shot.from()) / Math.max(1, shot.to() - shot.from() - 1);
    int[] light = StageLight.gains(argb);
    Pose camera = shot.camera().apply(share);
    List<Blocking.Mark> marks = marks(shot, looks);
    double room = room(shot, looks, marks);
    List<Integer> order = new ArrayList<>();
    for (int i = shot.parts().size() - 1; i >= 0; i--) {
      if (shot.holder(i) < 0) {
        order.add(i);
      }
    }
    for (int i = 0; i < shot.parts().size(); i++) {
      if (shot.holder(i) >= 0) {
        order.add(i);
      }
    }
    for (int i : order) {
      int mover = shot.holder(i) < 0 ? i : shot.holder(i);
      StageDirections.Part part = shot.parts().get(mover);
      double entrance = entrance(shot, mover, seconds);
      if (entrance > 0) {
        int reference = shot.parts().get(i).reference();
        Placing placing =
            new Placing(marks.get(i), part, mover, entrance, share, seconds, camera, room);
        place(looks.get(reference), thrown.get(reference), placing, light, argb);
      }
    }
    finish.apply(argb, frame, seconds, Finish.since(seconds), 0);
  }

  /** By how much the cast may grow before somebody who stands whole in the frame leaves it. */
  private double room(Blocking shot, Map<Integer, CutOut> looks, List<Blocking.Mark> marks) {
    double reach = 0.1;
    for (int i = 0; i < marks.size(); i++) {
      Plate plate = looks.get(shot.parts().get(i).reference()).plate();
      double wide = marks.get(i).height() * height * plate.width() / plate.height() / width;
      reach = Math.max(reach, Math.abs(marks.get(i).x() - 0.5) + wide / 2);
    }
    return Math.max(1, EDGE / reach);
  }

  private List<Blocking.Mark> marks(Blocking shot, Map<Integer, CutOut> looks) {
    double[] shapes = new double[shot.parts().size()];
    boolean[] cards = new boolean[shapes.length];
    for (int i = 0; i < shapes.length; i++) {
      CutOut look = looks.get(shot.parts().get(i).reference());
      shapes[i] = (double) look.plate().width() / look.plate().height();
      cards[i] = look.card();
    }
    return shot.marks(shapes, cards, (double) width / height);
  }

  /** In the film's first shot they come in one after the other; after a cut they are there. */
  private double entrance(Blocking shot, int part, double seconds) {
    if (shot.from() > 0 || entersAfter == 0 && part == 0) {
      return 1;
    }
    return Easing.soft((seconds - entersAfter - 0.3 * part) / ENTRANCE_SECONDS);
  }

  /** Somebody at a moment of a shot. */
  private record Placing(
      Blocking.Mark mark,
      StageDirections.Part part,
      int number,
      double entrance,
      double share,
      double seconds,
      Pose camera,
      double room) {
    double phase() {
      return 2 * Math.PI * (part.action().tempo() * seconds + 0.31 * number);
    }

    double lean() {
      return 0.035 * part.action().sway() * Math.sin(phase())
          + 0.006 * Math.sin(0.5 * phase() + number);
    }

    /** Steps, breath, and nods while speaking; in frame heights. */
    double bob() {
      boolean speaks = false;
      for (SpokenLine line : part.lines()) {
        speaks |= seconds >= line.start() && seconds < line.end();
      }
      double nod = speaks ? 0.010 * Math.abs(Math.sin(Math.PI * NODS * seconds)) : 0;
      return 0.022 * part.action().bob() * Math.abs(Math.sin(phase()))
          + 0.003 * Math.sin(0.4 * phase())
          + nod;
    }

    /** The way across the stage, in frame widths. */
    double walk() {
      double direction = part.heading() == CastMember.Heading.LEFT ? -1 : 1;
      return direction * part.action().travel() * 0.09 * (2 * share - 1);
    }

    double grown() {
      double wished = camera.zoom() * (1 + camera.dolly() * (0.25 + CAST_DEPTH));
      return Math.min(room, wished * (1 + 0.02 * share));
    }
  }

  private void place(CutOut look, Plate shadow, Placing p, int[] light, int[] argb) {
    Plate plate = look.plate();
    Pose camera = p.camera();
    double grown = p.grown();
    double side = p.mark().x() < 0.5 ? -1 : 1;
    double stands = p.mark().x() + p.walk() + side * (1 - p.entrance()) * 0.75;
    double shiftX = camera.shiftX() + camera.parallaxX() * (CAST_DEPTH - 0.4);
    double shiftY = camera.shiftY() + camera.parallaxY() * (CAST_DEPTH - 0.4);
    double x = (0.5 + (stands - 0.5 - shiftX) * grown) * width;
    double floor = (0.5 + (p.mark().foot() - 0.5 - shiftY) * grown) * height;
    double scale = p.mark().height() * height / plate.height() * grown;
    double breathe = look.card() ? 1 : 1 + 0.008 * Math.sin(0.8 * p.phase() + p.number());
    double lean = p.lean();
    double y = floor - p.bob() * height - plate.height() * scale * breathe / 2;
    if (look.card()) {
      double drop = 0.018 * height;
      double spread = scale * SoftShadow.SHRUNK;
      Stamp.over(
          shadow, argb, width, height, x + drop, y + drop, spread, spread, lean, p.entrance());
    } else if (p.mark().foot() > 0.8) {
      double wide = plate.width() * scale * 1.1 / shadow.width();
      double flat = 0.07 * height * grown / shadow.height();
      Stamp.over(shadow, argb, width, height, x + 0.01 * width, floor, wide, flat, 0, p.entrance());
    }
    int[] gains = look.card() ? StageLight.NONE : light;
    Stamp.lit(plate, argb, width, height, x, y, scale, scale * breathe, lean, gains);
  }

  @Override
  public boolean isCut(int frame) {
    return frame > 0 && at(frame).from() == frame || stage.isCut(frame);
  }

  @Override
  public void close() {
    stage.close();
    cast.values().forEach(Member::close);
  }
}
