package io.wan4j.engine.wan.film;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.Tensor;
import java.util.function.Consumer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Pictures on their way between the networks and the film. */
public final class Pixels {
  private Pixels() {}

  static RgbImage rgb(PixelImage image) {
    return RgbImage.ofPacked(image.width(), image.height(), image.argb());
  }

  /**
   * Stretched to exactly that size, itself where it has it already: larger by cubic curves, smaller
   * by averaging.
   */
  static PixelImage stretched(PixelImage image, int width, int height) {
    if (image.width() == width && image.height() == height) {
      return image;
    }
    try (PointerScope _ = new PointerScope()) {
      Mat from = new Mat(image.height(), image.width(), CV_8UC4);
      new IntPointer(from.data()).put(image.argb());
      Mat to = new Mat();
      boolean smaller = width < image.width() && height < image.height();
      resize(from, to, new Size(width, height), 0, 0, smaller ? INTER_AREA : INTER_CUBIC);
      int[] pixels = new int[width * height];
      new IntPointer(to.data()).get(pixels);
      return new PixelImage(width, height, pixels);
    }
  }

  /**
   * Hands over the frames of decoded video one by one.
   *
   * @param video [1, 3, n, H, W] in [-1, 1]
   */
  public static void each(Tensor video, Consumer<PixelImage> frames) {
    int count = Math.toIntExact(video.size(2));
    int height = Math.toIntExact(video.size(3));
    int width = Math.toIntExact(video.size(4));
    float[] values = video.toFloats();
    int plane = width * height;
    for (int frame = 0; frame < count; frame++) {
      int[] pixels = new int[plane];
      int red = frame * plane;
      int green = (count + frame) * plane;
      int blue = (2 * count + frame) * plane;
      for (int i = 0; i < plane; i++) {
        pixels[i] =
            0xFF000000
                | eightBits(values[red + i]) << 16
                | eightBits(values[green + i]) << 8
                | eightBits(values[blue + i]);
      }
      frames.accept(new PixelImage(width, height, pixels));
    }
  }

  private static int eightBits(float value) {
    return Math.clamp((int) (value * 127.5f + 128f), 0, 255);
  }
}
