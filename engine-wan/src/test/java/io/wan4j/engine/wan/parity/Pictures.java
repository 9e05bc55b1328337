package io.wan4j.engine.wan.parity;

import io.wan4j.engine.wan.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

final class Pictures {
  private Pictures() {}

  static RgbImage read(Path file) {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      int width = image.getWidth();
      int height = image.getHeight();
      return RgbImage.ofPacked(
          width, height, image.getRGB(0, 0, width, height, new int[width * height], 0, width));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
