package io.wan4j.engine.previz.picture;

import io.wan4j.engine.previz.Film;

/**
 * From one picture to another of the same place: the camera goes the similarity's way, and what
 * moved beside that is carried along by optical flow while the one picture fades into the other.
 *
 * <p>Each frame is read from both pictures in the second one's plane: a place q there is found at q
 * - t flow(q) on the first picture's way and at q - (1 - t) back(q) on the second's.
 */
final class MorphFilm implements Film {
  /** Width of the seam, in parts of the frame, over which a picture fades where it ends. */
  private static final double SEAM = 0.06;

  private final Plate first;
  private final Plate last;
  private final Similarity move;
  private final Similarity back;
  private final FlowField forth;
  private final FlowField home;
  private final int frames;
  private final int frameRate;
  private final Carry carry;
  private final Finish finish;

  /**
   * @param move from places of the first picture to places of the last
   * @param carry the swing with which the first picture is still moving
   */
  MorphFilm(
      Plate first,
      Plate last,
      Similarity move,
      Carry carry,
      int frames,
      int frameRate,
      Finish finish) {
    this.first = first;
    this.last = last;
    this.move = move;
    this.carry = carry;
    this.back = move.inverse();
    this.frames = frames;
    this.frameRate = frameRate;
    this.finish = finish;
    Plate seen = seenFromTheEnd();
    this.forth = FlowField.between(seen, last);
    this.home = FlowField.between(last, seen);
  }

  /** The first picture as the last camera sees it; where it ends, the last picture goes on. */
  private Plate seenFromTheEnd() {
    int width = last.width();
    int height = last.height();
    int[] pixels = new int[width * height];
    MeshWarp.paint(
        first,
        (x, y, source) -> {
          source[0] = (float) back.x(x, y);
          source[1] = (float) back.y(x, y);
        },
        pixels,
        width,
        height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double inside = inside(back.x(x, y), back.y(x, y), width, height);
        int at = y * width + x;
        pixels[at] = Mixing.mix(last.pixels()[at], pixels[at], (int) (256 * inside));
      }
    }
    return new Plate(width, height, pixels);
  }

  /** 1 well inside the picture, 0 outside, softly between. */
  private static double inside(double x, double y, int width, int height) {
    double nearestSide = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y));
    return Math.clamp(nearestSide / (SEAM * Math.min(width, height)), 0.0, 1.0);
  }

  @Override
  public void paint(int frame, int[] argb) {
    if (frame == 0) {
      System.arraycopy(first.pixels(), 0, argb, 0, argb.length);
      return;
    }
    if (frame == frames - 1) {
      System.arraycopy(last.pixels(), 0, argb, 0, argb.length);
      return;
    }
    int width = last.width();
    int height = last.height();
    double time = (double) frame / (frames - 1);
    double share = 0.15 * time + 0.85 * Easing.smooth(time);
    Similarity toEnd = move.after(move.part(share).inverse());
    int[] other = new int[argb.length];
    MeshWarp.paint(
        first,
        onFirst(toEnd, share, carry.after(frame).part(1 - Easing.smooth(time)).inverse()),
        argb,
        width,
        height);
    MeshWarp.paint(last, onLast(toEnd, share), other, width, height);
    blend(argb, other, toEnd, Easing.smooth((time - 0.12) / 0.76), width, height);
    finish.apply(
        argb,
        frame,
        (double) frame / frameRate,
        Finish.between((double) frame / frameRate, (double) (frames - 1 - frame) / frameRate),
        0);
  }

  private MeshWarp.Mapping onFirst(Similarity toEnd, double share, Similarity swing) {
    float[] flow = new float[2];
    return (x, y, source) -> {
      double endX = toEnd.x(x, y);
      double endY = toEnd.y(x, y);
      forth.at(endX, endY, flow);
      double fromX = endX - share * flow[0];
      double fromY = endY - share * flow[1];
      double x0 = back.x(fromX, fromY);
      double y0 = back.y(fromX, fromY);
      source[0] = (float) swing.x(x0, y0);
      source[1] = (float) swing.y(x0, y0);
    };
  }

  private MeshWarp.Mapping onLast(Similarity toEnd, double share) {
    float[] flow = new float[2];
    return (x, y, source) -> {
      double endX = toEnd.x(x, y);
      double endY = toEnd.y(x, y);
      home.at(endX, endY, flow);
      source[0] = (float) (endX - (1 - share) * flow[0]);
      source[1] = (float) (endY - (1 - share) * flow[1]);
    };
  }

  /** The share of the last picture, found every 8 pixels of a row and drawn straight between. */
  private void blend(
      int[] argb, int[] other, Similarity toEnd, double fade, int width, int height) {
    int cell = 8;
    for (int y = 0; y < height; y++) {
      int from = weight(0, y, toEnd, fade, width, height);
      for (int left = 0; left < width; left += cell) {
        int to = weight(left + cell, y, toEnd, fade, width, height);
        int count = Math.min(cell, width - left);
        for (int i = 0, at = y * width + left; i < count; i++, at++) {
          argb[at] = Mixing.mix(argb[at], other[at], from + (to - from) * i / cell >> 8);
        }
        from = to;
      }
    }
  }

  private int weight(double x, double y, Similarity toEnd, double fade, int width, int height) {
    double endX = toEnd.x(x, y);
    double endY = toEnd.y(x, y);
    double shareOfLast = fade * (inside(endX, endY, width, height) + 1e-4);
    double shareOfFirst =
        (1 - fade) * (inside(back.x(endX, endY), back.y(endX, endY), width, height) + 1e-4);
    return (int) Math.round(65536 * shareOfLast / (shareOfLast + shareOfFirst + 1e-9));
  }

  @Override
  public boolean isCut(int frame) {
    return false;
  }
}
