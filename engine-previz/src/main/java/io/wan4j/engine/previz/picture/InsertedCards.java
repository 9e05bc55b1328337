package io.wan4j.engine.previz.picture;

import java.util.List;

/** Small cards or cut-outs that come into a lower corner one after another and stay. */
final class InsertedCards implements EditedFilm.Edit {
  private static final double HEIGHT = 0.34;

  private final List<CutOut> looks;
  private final List<Plate> shadows;
  private final int width;
  private final int height;
  private final int frameRate;

  InsertedCards(List<CutOut> looks, int width, int height, int frameRate) {
    this.looks = List.copyOf(looks);
    this.shadows = looks.stream().map(look -> SoftShadow.of(look.plate())).toList();
    this.width = width;
    this.height = height;
    this.frameRate = frameRate;
  }

  @Override
  public void apply(int frame, int[] argb) {
    double seconds = (double) frame / frameRate;
    double x = 0.04 * width;
    for (int i = 0; i < looks.size(); i++) {
      Plate plate = looks.get(i).plate();
      double scale = Math.min(HEIGHT * height / plate.height(), 0.30 * width / plate.width());
      double in = Easing.soft((seconds - 0.25 - 0.3 * i) / 0.6);
      double lean = 0.02 * Math.sin(1.3 * seconds + 2 * i);
      double centreX = x + plate.width() * scale / 2;
      double foot = 0.95 + 0.5 * (1 - in) + 0.004 * Math.sin(1.9 * seconds + i);
      double centreY = foot * height - plate.height() * scale / 2;
      double spread = scale * SoftShadow.SHRUNK;
      double drop = 0.014 * height;
      Stamp.over(
          shadows.get(i),
          argb,
          width,
          height,
          centreX + drop,
          centreY + drop,
          spread,
          spread,
          lean,
          in);
      Stamp.over(plate, argb, width, height, centreX, centreY, scale, scale, lean, in);
      x += plate.width() * scale + 0.02 * width;
    }
  }
}
