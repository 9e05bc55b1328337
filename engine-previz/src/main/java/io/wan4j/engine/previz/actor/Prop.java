package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A thing in somebody's hand. */
public final class Prop {
  private static final List<String> BLADES =
      List.of("sword", "katana", "blade", "saber", "sabre", "剑", "刀");

  /** Where the hand is. */
  enum Grip {
    /** Above the shoulder, as with an umbrella. */
    RAISED,
    /** Held up in front, as a torch is. */
    ALOFT,
    /** Before the mouth. */
    MOUTH,
    /** Before the chest, both hands. */
    FRONT,
    /** At the side. */
    HANGING,
    /** Across the body, both hands, as with a guitar. */
    ACROSS,
    /** Pointing forward and up, as a blade. */
    BLADE
  }

  private final Grip grip;
  private final double size;
  private final double gripX;
  private final double gripY;
  private final double turn;
  private final Optional<Drawing> drawing;

  private Prop(
      Grip grip, double size, double gripX, double gripY, double turn, Optional<Drawing> drawing) {
    this.grip = grip;
    this.size = size;
    this.gripX = gripX;
    this.gripY = gripY;
    this.turn = turn;
    this.drawing = drawing;
  }

  /** What is held when somebody holds a thing of that noun; empty for what has no drawing. */
  public static Optional<Prop> of(String noun) {
    return of(noun, Optional.empty());
  }

  /** The same in a colour, where one is named. */
  public static Optional<Prop> of(String noun, Optional<Colour> colour) {
    String lower = noun.toLowerCase(Locale.ROOT);
    if (BLADES.stream().anyMatch(lower::contains)) {
      return Optional.of(new Prop(Grip.BLADE, 1, 0, 0, 0, Optional.empty()));
    }
    return Drawing.of(noun)
        .flatMap(
            drawing ->
                Optional.ofNullable(Drawing.read("held").getProperty(drawing.name()))
                    .map(line -> read(line, colour.map(drawing::painted).orElse(drawing))));
  }

  private static Prop read(String line, Drawing drawing) {
    String[] words = line.strip().split("\\s+");
    return new Prop(
        Grip.valueOf(words[0].toUpperCase(Locale.ROOT)),
        Double.parseDouble(words[1]),
        Double.parseDouble(words[2]),
        Double.parseDouble(words[3]),
        Math.toRadians(Double.parseDouble(words[4])),
        Optional.of(drawing));
  }

  Grip grip() {
    return grip;
  }

  /** Draws it with the hand at the brush's origin, in hundredths of the person's height. */
  void draw(Graphics2D brush, double swing) {
    AffineTransform keep = brush.getTransform();
    if (drawing.isEmpty()) {
      brush.rotate(0.62 + swing);
      blade(brush);
    } else {
      brush.rotate(turn + swing);
      double scale = size / Drawing.SIDE;
      brush.scale(scale, scale);
      brush.translate(-gripX, -gripY);
      if (gripY > Drawing.SIDE) {
        // it floats on a string
        brush.setColor(Colour.of(90, 84, 92).awt(0.8));
        brush.setStroke(new BasicStroke(0.4f));
        brush.draw(new Line2D.Double(gripX, Drawing.SIDE - 3, gripX, gripY));
      }
      drawing.get().draw(brush);
    }
    brush.setTransform(keep);
  }

  private static void blade(Graphics2D brush) {
    brush.setColor(Colour.of(196, 206, 214).awt());
    brush.fill(Shapes.closed(-1.3, -4, -1.1, -34, 1.2, -47, 1.5, -30, 1.3, -4));
    brush.setColor(Colour.of(246, 250, 252).awt());
    brush.setStroke(new BasicStroke(0.6f));
    brush.draw(new Line2D.Double(0.4, -6, 0.6, -42));
    brush.setColor(Colour.of(196, 150, 62).awt());
    Shapes.limb(brush, -4, -4, 1.1, 4, -4, 1.1);
    brush.setColor(Colour.of(70, 44, 34).awt());
    Shapes.limb(brush, 0, -3, 1.3, 0, 6, 1.3);
  }
}
