package io.wan4j.engine.previz.picture;

import java.util.Locale;
import java.util.Properties;

/**
 * What an effect does to a picture, as its data file says.
 *
 * @param warp how the picture is bent
 * @param amount how far, 1 usual
 * @param tempo beats a second, for warps that repeat
 * @param particles what flies about, none by a count of 0
 * @param count how many particles are on the way at a time
 * @param size size of a particle in frame heights
 * @param motion how the particles move
 * @param palette colours of the particles, packed
 * @param look the grade; strength 0 leaves the colours alone
 * @param emblem the one large thing that is drawn on the picture
 */
record EffectTemplate(
    String name,
    EffectWarp.Kind warp,
    double amount,
    double tempo,
    ParticleArt.Shape particles,
    int count,
    double size,
    ParticleField.Motion motion,
    int[] palette,
    ColourLook look,
    Emblem.Kind emblem) {

  /** Reads the template's lines {@code name.key=value}. */
  static EffectTemplate read(String name, Properties file) {
    return new EffectTemplate(
        name,
        choice(EffectWarp.Kind.class, file, name, "warp", "drift"),
        number(file, name, "amount", 1),
        number(file, name, "tempo", 1),
        choice(ParticleArt.Shape.class, file, name, "particles", "spark"),
        (int) number(file, name, "count", 0),
        number(file, name, "size", 0.05),
        choice(ParticleField.Motion.class, file, name, "motion", "fall"),
        colours(file.getProperty(name + ".palette", "ffffff")),
        new ColourLook(
            colours(file.getProperty(name + ".shadows", "000000"))[0],
            colours(file.getProperty(name + ".lights", "ffffff"))[0],
            number(file, name, "tint", 0),
            number(file, name, "saturation", 1),
            number(file, name, "contrast", 1),
            number(file, name, "vignette", 0),
            number(file, name, "glow", 0)),
        choice(Emblem.Kind.class, file, name, "emblem", "none"));
  }

  private static double number(Properties file, String name, String key, double usual) {
    return Double.parseDouble(file.getProperty(name + "." + key, Double.toString(usual)));
  }

  private static int[] colours(String words) {
    String[] parts = words.trim().split("\\s+");
    int[] colours = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      colours[i] = 0xFF000000 | Integer.parseInt(parts[i], 16);
    }
    return colours;
  }

  private static <E extends Enum<E>> E choice(
      Class<E> kind, Properties file, String name, String key, String usual) {
    return Enum.valueOf(
        kind, file.getProperty(name + "." + key, usual).toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
