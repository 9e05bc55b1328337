package io.wan4j.engine.previz.actor;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Raster;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * A bundled drawing of a thing, {@value #SIDE} by {@value #SIDE} units. See the licence beside the
 * files.
 */
final class Drawing {
  static final double SIDE = 32;

  private final String name;

  /** What shines has no shade of its own. */
  private static final Set<String> BURNING = Set.of("fire", "candle");

  private final SVGDocument document;
  private final Optional<Colour> paint;
  private Optional<Relief> relief = Optional.empty();

  private Drawing(String name, SVGDocument document, Optional<Colour> paint) {
    this.name = name;
    this.document = document;
    this.paint = paint;
  }

  /** The drawing of a noun, English or Chinese, if there is one. */
  static Optional<Drawing> of(String noun) {
    return fileOf(noun.strip().toLowerCase(Locale.ROOT)).map(Drawing::load);
  }

  /** The same in another colour. */
  Drawing painted(Colour colour) {
    return new Drawing(name, document, Optional.of(colour));
  }

  boolean burns() {
    return BURNING.contains(name);
  }

  String name() {
    return name;
  }

  /** Draws with the upper left corner at the brush's origin, made round unless it burns. */
  void draw(Graphics2D brush) {
    if (burns()) {
      flat(brush);
    } else {
      relief().draw(brush, SIDE);
    }
  }

  private void flat(Graphics2D brush) {
    // one document is drawn by several threads, and its renderer does not say it may be
    synchronized (document) {
      document.render(null, brush, new ViewBox(0, 0, (float) SIDE, (float) SIDE));
    }
  }

  private Relief relief() {
    synchronized (document) {
      if (relief.isEmpty()) {
        Raster raster = new Raster(Relief.SIDE, Relief.SIDE);
        Graphics2D brush = raster.brush();
        brush.scale(Relief.SIDE / SIDE, Relief.SIDE / SIDE);
        flat(brush);
        brush.dispose();
        relief = Optional.of(Relief.of(raster, paint));
      }
      return relief.get();
    }
  }

  private static Optional<String> fileOf(String noun) {
    Properties nouns = read("nouns");
    for (String form : new String[] {noun, singular(noun), last(noun), singular(last(noun))}) {
      String file = nouns.getProperty(form, form.replace(' ', '-')).strip();
      if (file.matches("[a-z0-9-]+") && resource(file + ".svg") != null) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** A "red balloon" is drawn as a balloon, a 红色气球 as a 气球. */
  private static String last(String noun) {
    if (noun.codePoints().anyMatch(Character::isIdeographic)) {
      return noun.length() > 2 ? noun.substring(noun.length() - 2) : noun;
    }
    return noun.substring(noun.lastIndexOf(' ') + 1);
  }

  private static String singular(String noun) {
    return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
  }

  private static Drawing load(String file) {
    SVGDocument document = new SVGLoader().load(resource(file + ".svg"));
    if (document == null) {
      throw new EngineException("the drawing " + file + " cannot be read");
    }
    return new Drawing(file, document, Optional.empty());
  }

  /** A file of words beside the drawings. */
  static Properties read(String file) {
    Properties entries = new Properties();
    try (InputStream in = Drawing.class.getResourceAsStream("sprites/" + file + ".properties")) {
      entries.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EngineException("the list of drawings " + file + " cannot be read", e);
    }
    return entries;
  }

  private static URL resource(String file) {
    return Drawing.class.getResource("sprites/" + file);
  }
}
