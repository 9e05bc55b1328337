package io.wan4j.conformance;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.media.PixelImage;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Clips in which a camera passes over a landscape, with sound. */
final class Clips {
  private static final double OVERSIZE = 1.25;

  private Clips() {}

  static void write(Path file, int number, int width, int height, double seconds) {
    FrameSize size = new FrameSize(width, height);
    BufferedImage scene =
        Pictures.draw(number, (int) (width * OVERSIZE), (int) (height * OVERSIZE));
    int[] pixels =
        scene.getRGB(0, 0, scene.getWidth(), scene.getHeight(), null, 0, scene.getWidth());
    PixelImage landscape = new PixelImage(scene.getWidth(), scene.getHeight(), pixels);
    int count = (int) Math.round(seconds * FilmFormat.STANDARD_RATE);
    try (FilmWriter writer =
        FilmWriter.open(file, FilmFormat.of(size), Sounds.source(number, seconds))) {
      for (int i = 0; i < count; i++) {
        int left = (scene.getWidth() - width) * i / Math.max(1, count - 1);
        int top = (scene.getHeight() - height) * i / Math.max(1, count - 1) / 2;
        Frame frame = landscape.crop(left, top, width, height).toFrame(size);
        writer.write(frame);
      }
      writer.finish();
    }
  }
}
