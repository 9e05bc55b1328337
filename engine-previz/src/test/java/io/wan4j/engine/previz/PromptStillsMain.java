package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.Take;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Paints stills of a prompt's film for looking at: {@code name 1280x720 seconds count prompt…}
 * writes {@code name-0.png} and so on, evenly spread over the film.
 */
final class PromptStillsMain {
  private PromptStillsMain() {}

  public static void main(String[] words) throws IOException {
    String[] sides = words[1].split("x");
    FrameSize size = new FrameSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    int frames = 30 * Integer.parseInt(words[2]);
    int count = Integer.parseInt(words[3]);
    String prompt = String.join(" ", List.of(words).subList(4, words.length));
    Brief brief =
        new Brief(
            new Material.Words(),
            prompt,
            "",
            size,
            30,
            frames,
            7,
            ShotPlan.BY_PROMPT,
            new SoundPlan.Silent());
    try (PrevizEngine engine = new PrevizEngine(2);
        Take take = engine.render(brief, Progress.NONE)) {
      Frame frame = new Frame(size);
      int[] pixels = new int[size.pixels()];
      int written = 0;
      for (int i = 0; take.read(frame); i++) {
        if (written < count && i == (int) ((written + 0.5) * frames / count)) {
          frame.getRgb(pixels);
          BufferedImage image =
              new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
          image.setRGB(0, 0, size.width(), size.height(), pixels, 0, size.width());
          ImageIO.write(image, "png", new File(words[0] + "-" + written++ + ".png"));
        }
      }
    }
  }
}
