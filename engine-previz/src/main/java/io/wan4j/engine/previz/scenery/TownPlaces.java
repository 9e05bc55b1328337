package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.scenery.Trees.Kind;

/** Where people have built: streets, villages, castles. */
final class TownPlaces {
  private static final double FRONTS = 3.9;

  private TownPlaces() {}

  static void city(Studio studio) {
    Town town = new Town(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.HEAPS, 0.42)
        .upright(26, -60, Stage.HORIZON + 40, 0, p -> town.skyline(p, 330, 0.72, 161, false))
        .upright(15, -40, Stage.HORIZON + 40, 0, p -> town.skyline(p, 250, 0.45, 162, false))
        .floor(Stage.HORIZON - 4, 0, p -> town.street(p, FRONTS, town.lampGap()))
        .upright(
            FRONTS,
            Stage.rowOf(FRONTS) - 2000 / FRONTS,
            Stage.rowOf(FRONTS) + 2,
            0,
            p -> town.fronts(p, FRONTS))
        .trees(Kind.BROADLEAF, 3.0, 0.02, 900, 3.6, 9)
        .upright(2.5, Stage.rowOf(2.5) - 280, Stage.rowOf(2.5) + 6, 0, p -> town.lamps(p, 2.5));
  }

  /** The towers of a city across the water, under a wide sky. */
  static void skyline(Studio studio) {
    Town town = new Town(studio);
    Water water = new Water(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.4)
        .upright(30, -60, Stage.HORIZON + 30, 0, p -> town.skyline(p, 250, 0.62, 161, false))
        .upright(18, -60, Stage.HORIZON + 30, 0, p -> town.skyline(p, 190, 0.34, 162, false))
        .floor(Stage.HORIZON - 2, 4, water::paint)
        .glitter()
        .haze(0.3)
        .floor(Stage.rowOf(3.2), 0, p -> town.street(p, 3.2, town.lampGap()))
        .upright(2.9, Stage.rowOf(2.9) - 250, Stage.rowOf(2.9) + 6, 0, p -> town.lamps(p, 2.9));
  }

  static void future(Studio studio) {
    Town town = new Town(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.46)
        .upright(30, -200, Stage.HORIZON + 40, 0, p -> town.skyline(p, 360, 0.72, 161, true))
        .upright(16, -200, Stage.HORIZON + 40, 0, p -> town.skyline(p, 300, 0.42, 162, true))
        .haze(0.4)
        .floor(Stage.HORIZON - 4, 0, p -> town.street(p, 6.4, town.lampGap()))
        .upright(9, -300, Stage.rowOf(9) + 2, 0, p -> town.skyline(p, 420, 0.16, 163, true))
        .trees(Kind.BROADLEAF, 6.6, 0.2, 150, 3.4, 9)
        .upright(
            4.4,
            Stage.rowOf(4.4) - 200,
            Stage.rowOf(4.4) + 6,
            0,
            p -> new Neon(studio).signs(p, 4.4));
  }

  static void bridge(Studio studio) {
    Town town = new Town(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.46)
        .upright(22, -60, Stage.HORIZON + 40, 0, p -> town.skyline(p, 260, 0.62, 161, false))
        .floor(Stage.HORIZON - 4, 0, p -> town.street(p, FRONTS, town.lampGap()))
        .upright(
            FRONTS,
            Stage.rowOf(FRONTS) - 300,
            Stage.rowOf(FRONTS) + 2,
            0,
            p -> town.bridge(p, FRONTS))
        .upright(2.5, Stage.rowOf(2.5) - 280, Stage.rowOf(2.5) + 6, 0, p -> town.lamps(p, 2.5));
  }

  /** On a railway bridge over a valley: the track in front, its girders and the hills behind. */
  static void viaduct(Studio studio) {
    Track track = new Track(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.5)
        .mountains(0.6, 210, 560, 0.5, 34, 21)
        .hills(0.6, 26, 60, 460, 24, 33)
        .hills(0.42, 2, 40, 380, 14, 34)
        .floor(Stage.HORIZON - 2, 3, new Water(studio)::paint)
        .glitter()
        .haze(0.3)
        .trees(Kind.CONIFER, 4.6, 0.26, 70, 7.4, 8)
        .upright(
            2.05, Stage.rowOf(2.05) - 240, Stage.rowOf(2.05) + 4, 0, p -> track.girders(p, 2.05))
        .floor(Stage.rowOf(2.05), 0, track::deck);
  }

  static void village(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.HEAPS, 0.48)
        .hills(0.66, 34, 60, 520, 24, 21)
        .hills(0.4, 12, 40, 380, 14, 33)
        .trees(Kind.BROADLEAF, 8, 0.3, 110, 4.6, 8)
        .haze(0.2)
        .ground(new Ground.Look(700, 16, 0.4, 0.7, 0, 40, 26))
        .upright(
            5.2,
            Stage.rowOf(5.2) - 130,
            Stage.rowOf(5.2) + 4,
            0,
            p -> new Houses(studio).cottages(p, 5.2, 150))
        .trees(Kind.BROADLEAF, 4.2, 0.14, 520, 4.6, 18)
        .upright(
            3.3,
            Stage.rowOf(3.3) - 190,
            Stage.rowOf(3.3) + 4,
            0,
            p -> new Houses(studio).cottages(p, 3.3, 430))
        .upright(
            2.9,
            Stage.rowOf(2.9) - 60,
            Stage.rowOf(2.9) + 8,
            0,
            p -> new Houses(studio).fence(p, 2.9))
        .trees(Kind.BUSH, 2.7, 0.06, 460, 1.5, 15);
  }

  static void castle(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.5)
        .mountains(0.62, 240, 520, 0.35, 34, 21)
        .hills(0.5, 22, 60, 420, 18, 33)
        .haze(0.3)
        .ground(new Ground.Look(7000, 18, 0.4, 0.7, 0, 520, 40))
        .upright(
            7,
            Stage.rowOf(7) - 420,
            Stage.rowOf(7) + 6,
            0,
            p -> new Houses(studio).castle(p, 7, 20, 0.16, false))
        .trees(Kind.CONIFER, 5.6, 0.2, 130, 4.0, 8)
        .trees(Kind.CONIFER, 3.6, 0.1, 700, 4.6, 9)
        .foreground(60, 0.6);
  }

  static void ruins(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.STREAKS, 0.55)
        .upright(
            26, -60, Stage.HORIZON + 40, 0, p -> new Town(studio).skyline(p, 300, 0.6, 161, false))
        .hills(0.5, 10, 40, 420, 18, 33)
        .haze(0.4)
        .ground(new Ground.Look(4600, 16, 0.4, 0.7, 0, 0, 60))
        .upright(
            6.5,
            Stage.rowOf(6.5) - 190,
            Stage.rowOf(6.5) + 4,
            0,
            p -> new Houses(studio).castle(p, 6.5, 11, 0.22, true))
        .trees(Kind.BARE, 4.4, 0.14, 560, 4.2, 8)
        .foreground(60, 0.5);
  }

  static void park(Studio studio) {
    studio
        .sky()
        .clouds(Clouds.Kind.HEAPS, 0.48)
        .upright(
            24, 40, Stage.HORIZON + 40, 0, p -> new Town(studio).skyline(p, 170, 0.78, 161, false))
        .trees(Kind.BROADLEAF, 10.5, 0.42, 70, 5.2, 8)
        .haze(0.2)
        .ground(new Ground.Look(11000, 14, 0.36, 0.3, 0, 640, 0))
        .trees(Kind.BROADLEAF, 4.6, 0.16, 420, 5.6, 9)
        .upright(
            3.4,
            Stage.rowOf(3.4) - 160,
            Stage.rowOf(3.4) + 6,
            0,
            p -> new Town(studio).lamps(p, 3.4))
        .trees(Kind.BUSH, 2.8, 0.06, 420, 1.7, 11)
        .foreground(70, 0.7);
  }

  static void stadium(Studio studio) {
    Arena arena = new Arena(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.HEAPS, 0.4)
        .floor(Stage.HORIZON - 2, 0, arena::pitch)
        .upright(8, Stage.rowOf(8) - 360, Stage.rowOf(8) + 2, 0, p -> arena.stands(p, 8))
        .upright(5.4, Stage.rowOf(5.4) - 80, Stage.rowOf(5.4) + 2, 0, p -> arena.goal(p, 5.4));
  }

  static void yard(Studio studio) {
    Town town = new Town(studio);
    studio
        .sky()
        .clouds(Clouds.Kind.HEAPS, 0.46)
        .upright(24, 40, Stage.HORIZON + 40, 0, p -> town.skyline(p, 150, 0.75, 161, false))
        .trees(Kind.BROADLEAF, 9, 0.36, 90, 4.4, 8)
        .ground(new Ground.Look(900, 10, 0.3, 0.25, 0, 0, 0))
        .upright(
            4.6,
            Stage.rowOf(4.6) - 60,
            Stage.rowOf(4.6) + 6,
            0,
            p -> new Houses(studio).fence(p, 4.6))
        .trees(Kind.BROADLEAF, 4.0, 0.12, 640, 5.0, 9);
  }
}
