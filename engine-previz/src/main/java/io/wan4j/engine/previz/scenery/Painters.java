package io.wan4j.engine.previz.scenery;

import java.util.function.Consumer;

/** Everything that has a painter of its own, by the name it has in the files of places. */
final class Painters {
  private final Studio studio;

  Painters(Studio studio) {
    this.studio = studio;
  }

  /** The painter of what a line names, with the measures that the line gives. */
  Consumer<Painting> of(PlaceLine line) {
    return switch (line.kind()) {
      case "water" -> new Water(studio)::paint;
      case "street" -> street(line.number("fronts"));
      case "pitch" -> new Arena(studio)::pitch;
      case "track" -> new Track(studio)::deck;
      case "sunbeams" -> new Air(studio)::beams;
      case "aurora" -> new Aurora(studio)::paint;
      case "deep" -> new Depths(studio)::water;
      case "sunbeams-below" -> new Depths(studio)::beams;
      case "lane" -> lane(line.row("top"), line.row("to"));
      case "shore" -> shore(line.number("line"));
      case "terraces" -> terraces(line);
      case "headland" -> headland(line.number("size"), line.number("depth"));
      case "trunks", "canopy", "canes", "bamboo-roof" -> wood(line);
      case "skyline", "spires" -> skyline(line);
      case "castle", "ruin" -> castle(line);
      case "cottages" -> cottages(line.number("each"), line.number("depth"));
      case "reef" -> reef(line);
      default -> plain(line);
    };
  }

  /** What needs to know its depth and nothing else. */
  private Consumer<Painting> plain(PlaceLine line) {
    double depth = line.number("depth");
    return switch (line.kind()) {
      case "school" -> painting -> new Houses(studio).school(painting, depth);
      case "barns" -> painting -> new Houses(studio).barns(painting, depth);
      case "fence" -> painting -> new Houses(studio).fence(painting, depth);
      case "mushrooms" -> painting -> new Mushrooms(studio).paint(painting, depth);
      case "lianas" -> painting -> new Woods(studio).lianas(painting, depth);
      case "reeds" -> painting -> new Water(studio).reeds(painting, depth);
      case "fronts" -> painting -> new Town(studio).fronts(painting, depth);
      case "lamps" -> painting -> new Town(studio).lamps(painting, depth);
      case "railway-bridge" -> painting -> new Town(studio).bridge(painting, depth);
      case "neon" -> painting -> new Neon(studio).signs(painting, depth);
      case "girders" -> painting -> new Track(studio).girders(painting, depth);
      case "stands" -> painting -> new Arena(studio).stands(painting, depth);
      case "goal" -> painting -> new Arena(studio).goal(painting, depth);
      default -> throw line.wrong("nobody paints \"" + line.kind() + "\"");
    };
  }

  private Consumer<Painting> street(double fronts) {
    Town town = new Town(studio);
    return painting -> town.street(painting, fronts, town.lampGap());
  }

  private Consumer<Painting> lane(double from, double to) {
    return painting -> new Lane(studio).paint(painting, from, to);
  }

  private Consumer<Painting> shore(double line) {
    return painting -> new Water(studio).shore(painting, line);
  }

  private Consumer<Painting> headland(double size, double depth) {
    return painting -> new Headland(studio).paint(painting, depth, size);
  }

  private Consumer<Painting> cottages(double each, double depth) {
    return painting -> new Houses(studio).cottages(painting, depth, each);
  }

  private Consumer<Painting> terraces(PlaceLine line) {
    double from = line.row("from");
    double to = line.row("to");
    int steps = line.whole("steps");
    double haze = line.number("haze");
    int salt = line.whole("salt");
    return painting -> new Terraces(studio).slope(painting, from, to, steps, haze, salt);
  }

  private Consumer<Painting> wood(PlaceLine line) {
    double depth = line.number("depth");
    double haze = line.number("haze");
    return switch (line.kind()) {
      case "canopy" -> {
        double lowest = line.number("lowest");
        yield painting -> new Woods(studio).canopy(painting, depth, haze, lowest);
      }
      case "bamboo-roof" -> {
        double lowest = line.number("lowest");
        yield painting -> new Bamboo(studio).roof(painting, depth, haze, lowest);
      }
      case "canes" -> {
        double each = line.number("each");
        double width = line.number("width");
        yield painting -> new Bamboo(studio).canes(painting, depth, haze, each, width);
      }
      default -> {
        double each = line.number("each");
        double width = line.number("width");
        yield painting -> new Woods(studio).trunks(painting, depth, haze, each, width);
      }
    };
  }

  private Consumer<Painting> skyline(PlaceLine line) {
    double tall = line.number("tall");
    double haze = line.number("haze");
    int salt = line.whole("salt");
    boolean spires = line.kind().equals("spires");
    return painting -> new Town(studio).skyline(painting, tall, haze, salt, spires);
  }

  private Consumer<Painting> castle(PlaceLine line) {
    double depth = line.number("depth");
    double size = line.number("size");
    double haze = line.number("haze");
    boolean broken = line.kind().equals("ruin");
    return painting -> new Houses(studio).castle(painting, depth, size, haze, broken);
  }

  private Consumer<Painting> reef(PlaceLine line) {
    double depth = line.number("depth");
    double each = line.number("each");
    double haze = line.number("haze");
    return painting -> new Depths(studio).reef(painting, depth, each, haze);
  }
}
