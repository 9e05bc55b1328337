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

  Colour accent(int number) {
    return accents.get(Math.floorMod(number, accents.size()));
  }
}
