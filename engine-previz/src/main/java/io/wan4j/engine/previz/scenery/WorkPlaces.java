package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;

/** Where people work, study and shop, under a roof. */
final class WorkPlaces {
  private WorkPlaces() {}

  static void factory(Studio studio) {
    Machinery machinery = new Machinery(studio);
    Rooms.shell(studio, studio.materials.wall(), studio.materials.roof(), true);
    Rooms.hung(studio, machinery::hall);
    studio.upright(
        2.3, Stage.rowOf(2.3) - 260, Stage.rowOf(2.3) + 10, 0, p -> machinery.line(p, 2.3));
  }

  static void bakery(Studio studio) {
    Interior interior = new Interior(studio);
    Rooms.shell(studio, Colour.of(214, 150, 104), Colour.of(172, 104, 68), true);
    Rooms.hung(studio, p -> new Counters(studio).ovens(p));
    Rooms.hung(studio, p -> interior.windows(p, 1300, 0.06));
    studio.upright(
        2.1,
        Stage.rowOf(2.1) - 130,
        Stage.rowOf(2.1) + 8,
        0,
        p -> new Counters(studio).loaves(p, 2.1));
  }

  static void shop(Studio studio) {
    Rooms.shell(studio, Colour.of(238, 240, 236), Colour.of(90, 168, 156), true);
    Rooms.hung(studio, p -> new Counters(studio).goods(p));
  }

  static void library(Studio studio) {
    Interior interior = new Interior(studio);
    Rooms.shell(studio, studio.materials.wall(), Colour.of(64, 44, 32), false);
    Rooms.hung(
        studio,
        p -> {
          interior.shelves(p, 190, 0.5, 5);
          interior.windows(p, 1500, 0.3);
        });
    Rooms.standing(studio, 2.2, "desk", "lamp");
  }

  static void office(Studio studio) {
    Interior interior = new Interior(studio);
    Rooms.shell(studio, studio.materials.wall(), Colour.of(206, 216, 228), false);
    Rooms.hung(studio, p -> interior.panes(p));
    Rooms.standing(studio, 2.2, "desk", "desk", "plant");
  }
}
