package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import java.util.List;

/** The colours of a place under white light. */
public record Materials(
    Colour groundFar,
    Colour groundNear,
    Colour growthLit,
    Colour growthDark,
    Colour hill,
    Colour foliage,
    Colour foliageLit,
    Colour trunk,
    Colour rock,
    Colour wall,
    Colour roof,
    Colour waterFar,
    Colour waterNear,
    List<Colour> accents) {

  private static final Colour WATER_FAR = new Colour(0x7FB8CC);
  private static final Colour WATER_NEAR = new Colour(0x2F7490);

  public static Materials of(String place) {
    Palette file = Palette.read("material/" + place + ".properties");
    return new Materials(
        file.colour("ground.far"),
        file.colour("ground.near"),
        file.colour("growth.lit"),
        file.colour("growth.dark"),
        file.colour("hill"),
        file.colour("foliage"),
        file.colour("foliage.lit"),
        file.colour("trunk"),
        file.colour("rock"),
        file.colour("wall"),
        file.colour("roof"),
        file.colour("water.far", WATER_FAR),
        file.colour("water.near", WATER_NEAR),
        file.colours("accent"));
  }

  /** The same with leaves, or blossom, of another colour. */
  Materials withLeaves(Colour leaf) {
    return new Materials(
        groundFar,
        groundNear,
        growthLit,
        growthDark,
        hill,
        leaf.times(0.88),
        leaf.mix(Colour.of(255, 255, 255), 0.35),
        trunk,
        rock,
        wall,
        roof,
        waterFar,
        waterNear,
        accents);
  }

  /** The same under fresh snow: ground and roofs white, growth and rock powdered. */
  Materials underSnow() {
    Colour snow = Colour.of(246, 249, 255);
    return new Materials(
        groundFar.mix(snow, 0.94),
        groundNear.mix(Colour.of(222, 232, 246), 0.92),
        growthLit.mix(snow, 0.82),
        growthDark.mix(Colour.of(176, 192, 212), 0.7),
        hill.mix(snow, 0.78),
        foliage.mix(Colour.of(150, 170, 180), 0.35),
        foliageLit.mix(snow, 0.85),
        trunk,
        rock.mix(snow, 0.5),
        wall,
        roof.mix(snow, 0.86),
        waterFar,
        waterNear,
        accents.stream().map(accent -> accent.mix(snow, 0.86)).toList());
  }

  Colour accent(int number) {
    return accents.get(Math.floorMod(number, accents.size()));
  }
}
