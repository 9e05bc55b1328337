package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.EngineException;
import java.util.Locale;
import java.util.function.Consumer;

/** Puts a set together from the lines of a place. */
final class SetBuilder {
  private final Studio studio;
  private final Painters painters;

  SetBuilder(Studio studio) {
    this.studio = studio;
    this.painters = new Painters(studio);
  }

  /**
   * Adds what a line says.
   *
   * @throws EngineException that names file and line when a verb, kind, key or value is wrong
   */
  void add(PlaceLine line) {
    switch (line.verb()) {
      case "sky" -> studio.sky();
      case "clouds" -> studio.clouds(kind(Clouds.Kind.class, line), line.number("amount"));
      case "hills" ->
          studio.hills(
              line.number("haze"),
              line.number("lift"),
              line.number("swing"),
              line.number("length"),
              line.number("depth"),
              line.whole("salt"));
      case "mountains" ->
          studio.mountains(
              line.number("haze"),
              line.number("rise"),
              line.number("length"),
              line.number("snow"),
              line.number("depth"),
              line.whole("salt"));
      case "trees" ->
          studio.trees(
              kind(Trees.Kind.class, line),
              line.number("depth"),
              line.number("haze"),
              line.number("each"),
              line.number("size"),
              line.whole("salt"));
      case "tree" -> tree(line);
      case "haze" -> studio.haze(line.number("amount"));
      case "ground" -> studio.ground(ground(line));
      case "growth" ->
          studio.growth(
              ground(line), line.number("from"), line.number("until", Studio.NEAREST_GROWTH));
      case "glitter" -> studio.glitter();
      case "foreground" -> studio.foreground(line.number("tall"), line.number("amount"));
      case "floor" -> studio.floor(line.row("top"), line.number("wave"), painters.of(line));
      case "wall" ->
          studio.endless(line.number("depth"), Stage.ABOVE, line.row("bottom"), painters.of(line));
      case "draw" -> draw(line);
      default -> throw line.wrong("no verb " + line.verb());
    }
    line.end();
  }

  private void draw(PlaceLine line) {
    Consumer<Painting> painter = painters.of(line);
    studio.upright(
        line.number("depth"), line.row("top"), line.row("bottom"), line.number("sway", 0), painter);
  }

  private void tree(PlaceLine line) {
    studio.tree(
        kind(Trees.Kind.class, line),
        line.number("at"),
        line.number("depth"),
        line.number("haze"),
        line.number("size"),
        line.whole("salt"),
        line.colour("leaf", studio.materials.foliage()));
  }

  private static Ground.Look ground(PlaceLine line) {
    return new Ground.Look(
        line.whole("grass"),
        line.number("blade"),
        line.number("lean"),
        line.number("patches"),
        line.number("ripples"),
        line.whole("flowers"),
        line.whole("stones"));
  }

  private static <E extends Enum<E>> E kind(Class<E> type, PlaceLine line) {
    try {
      return Enum.valueOf(type, line.kind().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw line.wrong("no " + line.verb() + " of the kind \"" + line.kind() + "\"");
    }
  }
}
