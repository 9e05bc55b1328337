package io.wan4j.engine.previz.picture;

import io.wan4j.engine.previz.FrameSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * References on a stage: a background film, and each reference on it as a cut-out or a card. The
 * film is divided into beats, and in each another one is large and in front.
 */
final class CastFilm implements FrameSequence {
  /** One reference: what it looks like at each frame, told in order. */
  interface Member extends AutoCloseable {
    /** The next look of it; stills give the same each time. */
    CutOut next();

    @Override
    void close();
  }

  /** Where a member stands, in frame widths and heights, and how tall it is. */
  private record Mark(double x, double foot, double height) {}

  private static final double LEAD_HEIGHT = 0.74;
  private static final double OTHER_HEIGHT = 0.40;
  private static final double CARD_SHARE = 0.86;
  private static final double ENTRANCE_SECONDS = 0.7;
  private static final double MOVE_SECONDS = 0.9;

  private final FrameSequence stage;
  private final List<Member> cast;
  private final Action action;
  private final int width;
  private final int height;
  private final int frames;
  private final int frameRate;
  private final int[] beatStarts;
  private final boolean[] hardBeats;
  private final double entersAfter;
  private final Finish finish;
  private final List<Plate> shadows = new ArrayList<>();

  /**
   * How the cast moves.
   *
   * @param sway leaning from side to side, 0 to 1
   * @param bob up and down, 0 to 1
   * @param travel across the stage, -1 to 1
   * @param tempo movements a second
   */
  record Action(double sway, double bob, double travel, double tempo) {}

  /**
   * @param beatStarts first frames of the beats, the first 0
   * @param hard whether the beats are joined by cuts
   * @param entersAfter seconds until the first member comes in; 0 has it there from the start
   */
  CastFilm(
      FrameSequence stage,
      List<Member> cast,
      Action action,
      int width,
      int height,
      int frames,
      int frameRate,
      int[] beatStarts,
      boolean hard,
      double entersAfter,
      Finish finish) {
    this.stage = stage;
    this.cast = List.copyOf(cast);
    this.action = action;
    this.width = width;
    this.height = height;
    this.frames = frames;
    this.frameRate = frameRate;
    this.beatStarts = beatStarts.clone();
    this.hardBeats = new boolean[frames];
    for (int start : beatStarts) {
      hardBeats[start] = hard && start > 0;
    }
    this.entersAfter = entersAfter;
    this.finish = finish;
  }

  @Override
  public Painting begin(int frame) {
    Painting ground = stage.begin(frame);
    List<CutOut> looks = new ArrayList<>();
    for (int i = 0; i < cast.size(); i++) {
      CutOut look = cast.get(i).next();
      looks.add(look);
      if (shadows.size() == i) {
        shadows.add(look.card() ? SoftShadow.of(look.plate()) : SoftShadow.pool());
      }
    }
    List<Plate> thrown = List.copyOf(shadows);
    return argb -> {
      ground.paint(argb);
      paint(frame, looks, thrown, argb);
    };
  }

  private void paint(int frame, List<CutOut> looks, List<Plate> thrown, int[] argb) {
    int beat = 0;
    while (beat + 1 < beatStarts.length && beatStarts[beat + 1] <= frame) {
      beat++;
    }
    double seconds = (double) frame / frameRate;
    double into = (double) (frame - beatStarts[beat]) / frameRate;
    boolean cutIn = beatStarts[beat] > 0 && hardBeats[beatStarts[beat]];
    double settled = beat == 0 || cutIn ? 1 : Easing.soft(into / MOVE_SECONDS);
    int lead = beat % looks.size();
    int before = Math.max(0, beat - 1) % looks.size();
    for (int depth = looks.size() - 1; depth >= 0; depth--) {
      int i = (lead + depth) % looks.size();
      double entrance =
          beat > 0 && entersAfter == 0
              ? 1
              : Easing.soft((seconds - entersAfter - 0.35 * i) / ENTRANCE_SECONDS);
      if (entersAfter == 0 && i == 0) {
        entrance = 1;
      }
      if (entrance > 0) {
        Mark from = mark(i, before, looks);
        Mark to = mark(i, lead, looks);
        Mark here =
            new Mark(
                from.x() + (to.x() - from.x()) * settled,
                from.foot() + (to.foot() - from.foot()) * settled,
                from.height() + (to.height() - from.height()) * settled);
        double growth = i == lead ? 1 + 0.035 * into / 2 : 1;
        place(looks.get(i), thrown.get(i), here, i, growth, entrance, seconds, argb);
      }
    }
    finish.apply(argb, frame, seconds, Finish.since(seconds), 0);
  }

  /** The lead stands in the middle, a little to one side if there are others; they stand about. */
  private static Mark mark(int member, int lead, List<CutOut> looks) {
    int count = looks.size();
    double share = looks.get(member).card() ? CARD_SHARE : 1;
    if (member == lead) {
      double x = count == 1 ? 0.5 : lead % 2 == 0 ? 0.40 : 0.60;
      return new Mark(x, 0.93, LEAD_HEIGHT * share);
    }
    int place = Math.floorMod(member - lead, count) - 1;
    double side = lead % 2 == 0 ? 1 : -1;
    double x =
        switch (place) {
          case 0 -> 0.5 + side * 0.30;
          case 1 -> 0.5 - side * 0.37;
          case 2 -> 0.5 + side * 0.43;
          default -> 0.5 - side * 0.43;
        };
    return new Mark(x, 0.86 - 0.03 * place, OTHER_HEIGHT * share * (place < 2 ? 1 : 0.8));
  }

  private void place(
      CutOut look,
      Plate shadow,
      Mark mark,
      int member,
      double growth,
      double entrance,
      double seconds,
      int[] argb) {
    Plate plate = look.plate();
    double scale =
        Math.min(mark.height() * height / plate.height(), 0.60 * width / plate.width()) * growth;
    double phase = 2 * Math.PI * (action.tempo() * seconds + 0.31 * member);
    double lean = 0.035 * action.sway() * Math.sin(phase) + 0.006 * Math.sin(0.5 * phase + member);
    double bob = 0.022 * action.bob() * Math.abs(Math.sin(phase)) + 0.003 * Math.sin(0.4 * phase);
    double walk = action.travel() * 0.10 * (2 * Math.min(1, seconds * frameRate / frames) - 1);
    double side = mark.x() < 0.5 ? -1 : 1;
    double x = (mark.x() + walk + side * (1 - entrance) * 0.75) * width;
    double tall = plate.height() * scale;
    double foot = mark.foot() * height - bob * height;
    double breathe = look.card() ? 1 : 1 + 0.008 * Math.sin(0.8 * phase + member);
    double y = foot - tall * breathe / 2;
    if (look.card()) {
      double drop = 0.018 * height;
      double spread = scale * SoftShadow.SHRUNK;
      Stamp.over(shadow, argb, width, height, x + drop, y + drop, spread, spread, lean, entrance);
    } else {
      double wide = plate.width() * scale * 1.1 / shadow.width();
      double flat = 0.07 * height / shadow.height();
      Stamp.over(
          shadow,
          argb,
          width,
          height,
          x + 0.01 * width,
          mark.foot() * height,
          wide,
          flat,
          0,
          entrance);
    }
    Stamp.over(plate, argb, width, height, x, y, scale, scale * breathe, lean, 1);
  }

  @Override
  public boolean isCut(int frame) {
    return hardBeats[frame] || stage.isCut(frame);
  }

  @Override
  public void close() {
    stage.close();
    cast.forEach(Member::close);
  }
}
