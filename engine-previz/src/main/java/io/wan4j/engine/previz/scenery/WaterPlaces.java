package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.scenery.Trees.Kind;

/** Places at, on and under water. */
final class WaterPlaces {
  private WaterPlaces() {}

  static void beach(Studio studio) {
    Water water = new Water(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.HEAPS, 0.46)
        .hills(0.72, -6, 26, 520, 30, 21)
        .floor(Stage.HORIZON - 2, 5, water::paint)
        .glitter()
        .floor(Stage.rowOf(4.4), 0, p -> water.shore(p, 3.0))
        .trees(Kind.PALM, 2.9, 0.05, 760, 5.4, 9)
        .trees(Kind.BUSH, 2.7, 0.04, 1100, 1.2, 10);
  }

  static void sea(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.HEAPS, 0.5)
        .hills(0.86, -12, 16, 700, 40, 21)
        .floor(Stage.HORIZON - 2, 9, new Water(studio)::paint)
        .glitter();
  }

  /** A cliff with a lighthouse above the open sea. */
  static void headland(Studio studio) {
    Headland headland = new Headland(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.5)
        .hills(0.8, -8, 18, 640, 40, 21)
        .floor(Stage.HORIZON - 2, 9, new Water(studio)::paint)
        .glitter()
        .upright(5, Stage.rowOf(5) - 420, Stage.rowOf(5) + 12, 0, p -> headland.paint(p, 5));
  }

  static void lake(Studio studio) {
    Water water = new Water(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.5)
        .mountains(0.56, 230, 560, 0.55, 34, 21)
        .hills(0.5, 12, 40, 420, 20, 33)
        .trees(Kind.CONIFER, 13, 0.5, 36, 6.4, 8)
        .floor(Stage.HORIZON - 2, 3, water::paint)
        .glitter()
        .haze(0.3)
        .upright(2.3, Stage.rowOf(2.3) - 90, Stage.rowOf(2.3) + 14, 3, p -> water.reeds(p, 2.3))
        .floor(Stage.rowOf(2.6), 0, p -> water.shore(p, 2.0))
        .trees(Kind.BUSH, 1.95, 0.02, 520, 0.9, 12)
        .growth(new Ground.Look(9000, 20, 0.4, 0.6, 0, 420, 20), 1.95);
  }

  /** The lake as seen from a boat: no shore in front. */
  static void onTheLake(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.5)
        .mountains(0.56, 230, 560, 0.55, 34, 21)
        .hills(0.5, 12, 40, 420, 20, 33)
        .trees(Kind.CONIFER, 13, 0.5, 36, 6.4, 8)
        .floor(Stage.HORIZON - 2, 4, new Water(studio)::paint)
        .glitter()
        .haze(0.3);
  }

  static void underwater(Studio studio) {
    Depths depths = new Depths(studio);
    studio
        .upright(1e5, Stage.ABOVE, Stage.BELOW, 0, depths::water)
        .upright(40, Stage.ABOVE, Stage.HORIZON + 200, 0, depths::beams)
        .hills(0.78, 20, 60, 380, 24, 21)
        .hills(0.5, -6, 44, 300, 14, 33)
        .ground(new Ground.Look(600, 22, 0.5, 0.5, 0.2, 0, 26))
        .upright(6, Stage.rowOf(6) - 120, Stage.rowOf(6) + 8, 6, p -> depths.reef(p, 6, 90, 0.45))
        .upright(
            3.6,
            Stage.rowOf(3.6) - 190,
            Stage.rowOf(3.6) + 8,
            9,
            p -> depths.reef(p, 3.6, 150, 0.2))
        .upright(
            2.2,
            Stage.rowOf(2.2) - 260,
            Stage.rowOf(2.2) + 8,
            12,
            p -> depths.reef(p, 2.2, 330, 0.05));
  }
}
