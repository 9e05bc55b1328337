package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import java.util.List;

/**
 * The light of an hour: it alone decides how a place looks at that time.
 *
 * @param sky colours from the zenith to the horizon
 * @param skyAt where each stands, 0 zenith to 1 horizon
 * @param sunX where sun or moon stands, fraction of the frame's width
 * @param sunY fraction of the way from the top of the frame to the horizon
 * @param sunRadius of the disc in stage units; 0 when it is not seen
 * @param glow strength of the light around it, 0 to 1
 * @param key light on what faces the sun
 * @param fill light in the shade
 * @param tint colour that washes over materials, by {@code tintStrength}
 * @param shadow colour of cast shadows; never black
 * @param ambient light on actors
 * @param rim strength of the lit edge of actors, 0 to 1
 * @param exposure brightness of actors, 0 to 1
 * @param stars 0 to 1
 * @param lamps how strongly lamps and windows glow, 0 to 1
 */
public record Light(
    List<Colour> sky,
    double[] skyAt,
    Colour sun,
    double sunX,
    double sunY,
    double sunRadius,
    double glow,
    Colour haze,
    Colour key,
    Colour fill,
    Colour tint,
    double tintStrength,
    Colour shadow,
    Colour cloudLit,
    Colour cloudShade,
    Colour ambient,
    double rim,
    double exposure,
    double stars,
    double lamps) {

  /** Reads the light of an hour: dawn, day, sunset, dusk, night. */
  public static Light of(String hour) {
    Palette file = Palette.read("light/" + hour + ".properties");
    double[] place = file.numbers("sun.place");
    return new Light(
        file.colours("sky"),
        file.numbers("sky.at"),
        file.colour("sun"),
        place[0],
        place[1],
        file.number("sun.radius"),
        file.number("glow"),
        file.colour("haze"),
        file.colour("key"),
        file.colour("fill"),
        file.colour("tint"),
        file.number("tint.strength"),
        file.colour("shadow"),
        file.colour("cloud.lit"),
        file.colour("cloud.shade"),
        file.colour("ambient"),
        file.number("rim"),
        file.number("exposure"),
        file.number("stars"),
        file.number("lamps"));
  }

  /** A material in the sun. */
  public Colour lit(Colour material) {
    return material.under(key).mix(tint, tintStrength);
  }

  /** A material in the shade. */
  public Colour shaded(Colour material) {
    return material.under(fill).mix(tint, tintStrength * 0.3);
  }

  /** A colour seen through the air between: 0 near to 1 where nothing but haze is left. */
  public Colour hazed(Colour colour, double distance) {
    return colour.mix(haze, distance);
  }

  /** Lamp light at this hour: nothing by day. */
  public boolean dark() {
    return lamps > 0.5;
  }

  /** The same hour under a closed cover of clouds, {@code cover} 0 to 1. */
  public Light overcast(double cover) {
    double level = 0.35 + 0.5 * haze.brightness();
    Colour grey = Colour.of((int) (188 * level), (int) (200 * level), (int) (214 * level));
    List<Colour> greySky =
        sky.stream().map(c -> c.mix(grey.mix(c.faded(0.8), 0.45), cover)).toList();
    return new Light(
        greySky,
        skyAt,
        sun,
        sunX,
        sunY,
        cover > 0.4 ? 0 : sunRadius,
        glow * (1 - 0.85 * cover),
        haze.mix(grey, 0.75 * cover),
        key.mix(key.faded(0.7).times(0.78), cover),
        fill.mix(fill.faded(0.5), cover),
        tint,
        tintStrength * (1 - 0.5 * cover),
        shadow,
        cloudLit.mix(grey.times(1.12), cover),
        cloudShade.mix(grey.times(0.72), cover),
        ambient.mix(ambient.faded(0.5).times(0.86), cover),
        Ease.mix(rim, rim * 0.35, cover),
        exposure,
        stars * (1 - cover),
        Math.max(lamps, 0.5 * cover));
  }

  /** The same hour through driven sand: a warm dim sky, no disc, dust in all that is far. */
  public Light throughSand() {
    double level = 0.45 + 0.55 * haze.brightness();
    Colour dust = Colour.of(214, 168, 106).times(level);
    return new Light(
        sky.stream().map(colour -> colour.mix(dust, 0.82)).toList(),
        skyAt,
        sun.mix(dust, 0.4),
        sunX,
        sunY,
        0,
        glow * 0.5,
        dust,
        key.mix(dust, 0.45),
        fill.mix(dust, 0.35),
        dust,
        Math.max(tintStrength, 0.2),
        shadow.mix(dust, 0.2),
        dust.mix(Colour.of(255, 236, 200), 0.3),
        dust.times(0.82),
        ambient.mix(dust, 0.5),
        rim * 0.3,
        exposure,
        0,
        lamps);
  }

  /** The same hour where no sky is seen: no disc, no stars, lamps as they are. */
  public Light indoors() {
    return new Light(
        sky,
        skyAt,
        sun,
        sunX,
        0.2,
        0,
        glow * 0.3,
        haze.mix(Colour.of(214, 196, 168), dark() ? 0.2 : 0.6),
        dark() ? key.mix(Colour.of(255, 206, 146), 0.78) : key.mix(Colour.of(255, 244, 226), 0.4),
        dark() ? fill.mix(Colour.of(120, 92, 84), 0.45) : fill.mix(Colour.of(190, 176, 160), 0.5),
        tint,
        tintStrength * 0.35,
        shadow,
        cloudLit,
        cloudShade,
        dark() ? ambient.mix(Colour.of(255, 214, 166), 0.75) : ambient,
        rim * 0.6,
        Math.max(exposure, 0.92),
        0,
        lamps);
  }

  /** The same hour seen from below the water: blue-green, soft, brighter above. */
  public Light underwater() {
    double level = 0.35 + 0.65 * key.brightness();
    Colour top = Colour.of(150, 224, 226).times(level);
    Colour middle = Colour.of(46, 142, 172).times(level);
    Colour low = Colour.of(14, 66, 104).times(level);
    return new Light(
        List.of(top, middle, low),
        new double[] {0, 0.5, 1},
        Colour.of(214, 250, 244),
        0.6,
        -0.2,
        0,
        0.5 * level,
        middle,
        Colour.of(196, 236, 232).times(0.4 + 0.6 * level),
        Colour.of(70, 130, 150).times(level),
        middle,
        0.24,
        low.times(0.5),
        top,
        middle,
        Colour.of(186, 228, 232),
        0.6,
        Math.max(0.85, exposure),
        0,
        0);
  }

  /** Hard white light from one side before a black sky, whatever the hour. */
  public Light inSpace() {
    Colour black = Colour.of(10, 10, 28);
    return new Light(
        List.of(black, black),
        new double[] {0, 1},
        Colour.of(255, 250, 238),
        0.08,
        0.2,
        0,
        0.2,
        Colour.of(48, 48, 84),
        Colour.of(240, 240, 250),
        Colour.of(72, 72, 104),
        Colour.of(60, 60, 110),
        0.08,
        Colour.of(12, 12, 26),
        Colour.of(180, 180, 220),
        Colour.of(48, 48, 84),
        Colour.of(232, 234, 246),
        0.9,
        0.96,
        1,
        0);
  }
}
