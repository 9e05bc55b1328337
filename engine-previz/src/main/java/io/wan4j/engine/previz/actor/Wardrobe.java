package io.wan4j.engine.previz.actor;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.previz.paint.Colour;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Random;

/**
 * How a person looks and is dressed. A data file a kind of person; what the file leaves open is
 * drawn by the seed, so that two men are not twins and one man stays himself.
 */
record Wardrobe(
    double tall,
    double head,
    Colour skin,
    String hair,
    Colour hairColour,
    Colour top,
    Colour bottom,
    Colour shoes,
    String garment,
    String hat,
    String extra) {

  static Wardrobe read(String person, long seed) {
    Properties own = load(person);
    Properties choices = load("wardrobe");
    Random random = new Random(seed * 7919 + 17);
    random.nextInt();
    return new Wardrobe(
        Double.parseDouble(text(own, person, "tall")),
        Double.parseDouble(text(own, person, "head")),
        colour(own, choices, person, "skin", random),
        text(own, person, "hair"),
        colour(own, choices, person, "hair.colour", random),
        colour(own, choices, person, "top", random),
        colour(own, choices, person, "bottom", random),
        Colour.parse(text(own, person, "shoes")),
        text(own, person, "garment"),
        text(own, person, "hat"),
        text(own, person, "extra"));
  }

  Wardrobe withTop(Colour colour) {
    boolean onePiece = garment.equals("dress") || garment.equals("gown") || garment.equals("robe");
    return new Wardrobe(
        tall,
        head,
        skin,
        hair,
        hairColour,
        colour,
        onePiece ? colour : bottom,
        shoes,
        garment,
        hat,
        extra);
  }

  /** The same profession, played by a woman. */
  Wardrobe asWoman() {
    boolean shorn = hair.equals("short") || hair.equals("messy") || hair.equals("receding");
    return new Wardrobe(
        tall * 0.96,
        head,
        skin,
        shorn ? "long" : hair,
        hairColour,
        top,
        bottom,
        shoes,
        garment,
        hat,
        extra.equals("beard") ? "none" : extra);
  }

  private static Colour colour(
      Properties own, Properties choices, String person, String key, Random random) {
    String text = text(own, person, key);
    String[] from = text(choices, "wardrobe", key).split("\\s+");
    String drawn = from[random.nextInt(from.length)];
    return Colour.parse(text.equals("any") ? drawn : text);
  }

  private static String text(Properties file, String name, String key) {
    String text = file.getProperty(key);
    if (text == null || text.isBlank()) {
      throw new EngineException("person " + name + " lacks " + key);
    }
    return text.strip();
  }

  private static Properties load(String name) {
    Properties file = new Properties();
    try (InputStream stream =
        Wardrobe.class.getResourceAsStream("people/" + name + ".properties")) {
      if (stream == null) {
        throw new EngineException("no person " + name);
      }
      file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EngineException("person " + name + " cannot be read", e);
    }
    return file;
  }
}
