package io.wan4j.engine;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a frame as a JPEG file in memory. */
final class FrameJpeg {
  /** The JDK's scale of 0 to 1; a frame of 480x270 has some 30 KB at the first. */
  private static final float[] QUALITIES = {0.85f, 0.6f, 0.3f};

  private FrameJpeg() {}

  /**
   * Encodes the frame as well as it fits.
   *
   * @throws IllegalArgumentException when it does not fit at the lowest quality
   */
  static byte[] encode(Frame frame, int largestBytes) {
    int width = frame.size().width();
    int height = frame.size().height();
    int[] pixels = new int[width * height];
    frame.getRgb(pixels);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    for (float quality : QUALITIES) {
      byte[] jpeg = encode(image, quality);
      if (jpeg.length <= largestBytes) {
        return jpeg;
      }
    }
    throw new IllegalArgumentException(
        "a frame of " + frame.size() + " does not fit into " + largestBytes + " bytes of JPEG");
  }

  private static byte[] encode(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // In memory: ImageIO's own choice of stream would cache in a file.
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new EngineException("a preview could not be encoded", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
