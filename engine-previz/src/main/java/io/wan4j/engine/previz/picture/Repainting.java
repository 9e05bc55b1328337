package io.wan4j.engine.previz.picture;

import io.wan4j.engine.EngineException;
import java.util.Map;
import java.util.TreeSet;

/**
 * A clip painted anew: what the control keeps of it (lines, relief, or the calm shapes of bodies),
 * in the colours of a model picture or of the look the words ask for.
 */
final class Repainting implements EditedFilm.Edit {
  private static final Map<String, Brush> BRUSHES =
      Map.of(
          "scribble", Brush.LINES,
          "depth", Brush.RELIEF,
          "posebody", Brush.OIL,
          "posebodyface", Brush.WATERCOLOUR);

  private final Brush brush;
  private final EditLook look;
  private final Plate[] model;
  private final double strength;
  private final int width;
  private final int height;
  private final int frameRate;

  /**
   * @param strength 0 to 1, how much of the clip's own picture is kept beside its structure
   * @param model none or one picture whose colours are taken over
   */
  Repainting(
      String control,
      EditLook look,
      Plate[] model,
      double strength,
      int width,
      int height,
      int frameRate) {
    if (!BRUSHES.containsKey(control)) {
      throw new EngineException(
          "no control is called \"" + control + "\"; known are " + new TreeSet<>(BRUSHES.keySet()));
    }
    this.brush = BRUSHES.get(control);
    this.look = look;
    this.model = model.clone();
    this.strength = strength;
    this.width = width;
    this.height = height;
    this.frameRate = frameRate;
  }

  @Override
  public void apply(int frame, int[] argb) {
    brush.paint(argb, width, height);
    look.apply(argb, width, height, (double) frame / frameRate);
    if (model.length > 0) {
      Plate graded = Grading.towards(new Plate(width, height, argb.clone()), model[0]);
      Mixing.mix(argb.clone(), graded.pixels(), 0.5 + 0.5 * (1 - 0.6 * strength), argb);
    }
  }
}
