package io.wan4j.engine.wan.image;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/** The ways in which the references bring a picture to the size and range of a network. */
public final class ImagePreparation {
  /** Sides of a VACE reference are cut down to multiples of this (VaeImageProcessor). */
  private static final int REFERENCE_STEP = 8;

  private ImagePreparation() {}

  /** To exactly that size, aspect not kept; [-1, 1] (VideoProcessor.preprocess in diffusers). */
  public static Tensor stretched(RgbImage image, int width, int height) {
    return Scope.keeping(
        () -> Resampling.resize(image, width, height, Resampling.Filter.LANCZOS).toSigned());
  }

  /** To that size by unrounded interpolation without antialiasing; [-1, 1] (wan/image2video.py). */
  public static Tensor interpolated(RgbImage image, int width, int height) {
    return Scope.keeping(() -> Functions.resizeBicubic(image.toSigned(), height, width));
  }

  /** Large enough to cover that size, then its middle; [-1, 1] (wan/textimage2video.py). */
  public static Tensor covering(RgbImage image, int width, int height) {
    return Scope.keeping(() -> cover(image, width, height).toSigned());
  }

  static RgbImage cover(RgbImage image, int width, int height) {
    double scale = Math.max((double) width / image.width(), (double) height / image.height());
    return Resampling.resize(
            image,
            (int) Math.rint(image.width() * scale),
            (int) Math.rint(image.height() * scale),
            Resampling.Filter.LANCZOS)
        .cropCentre(width, height);
  }

  /** As large as fits, in the middle of white; [-1, 1] (WanVACEPipeline.preprocess_conditions). */
  public static Tensor onWhite(RgbImage image, int width, int height) {
    return Scope.keeping(
        () -> {
          RgbImage even =
              Resampling.resize(
                  image,
                  image.width() / REFERENCE_STEP * REFERENCE_STEP,
                  image.height() / REFERENCE_STEP * REFERENCE_STEP,
                  Resampling.Filter.LANCZOS);
          double scale = Math.min((double) height / even.height(), (double) width / even.width());
          int newHeight = (int) (even.height() * scale);
          int newWidth = (int) (even.width() * scale);
          Tensor small = Functions.resizeBilinear(even.toSigned(), newHeight, newWidth);
          Tensor canvas = Tensor.full(1, DType.FLOAT32, Device.CPU, 1, 3, height, width);
          int top = (height - newHeight) / 2;
          int left = (width - newWidth) / 2;
          canvas.slice(2, top, top + newHeight).slice(3, left, left + newWidth).copyFrom(small);
          return canvas;
        });
  }

  /** What an image encoder expects, from {@code image_processor/preprocessor_config.json}. */
  public record ClipInput(int size, double[] mean, double[] deviation) {
    public static ClipInput read(Config config) {
      for (String step : new String[] {"center_crop", "normalize", "rescale", "resize"}) {
        config.expect("do_" + step, true);
      }
      config.expect("resample", 3);
      return new ClipInput(
          config.object("size").integer("shortest_edge"),
          config.numbers("image_mean"),
          config.numbers("image_std"));
    }
  }

  /** Shortest side to size, its middle, mean and deviation (CLIPImageProcessor); [1, 3, S, S]. */
  public static Tensor forClip(RgbImage image, ClipInput input) {
    return Scope.keeping(
        () -> {
          int shorter = Math.min(image.width(), image.height());
          int width = (int) ((long) input.size() * image.width() / shorter);
          int height = (int) ((long) input.size() * image.height() / shorter);
          RgbImage square =
              Resampling.resize(image, width, height, Resampling.Filter.BICUBIC)
                  .cropCentre(input.size(), input.size());
          return normalized(square.toUnit(), input);
        });
  }

  /** Squashed to a square by unrounded interpolation (wan/modules/clip.py); [1, 3, S, S]. */
  public static Tensor forClipSquashed(RgbImage image, ClipInput input) {
    return Scope.keeping(
        () -> {
          Tensor square = Functions.resizeBicubic(image.toSigned(), input.size(), input.size());
          return normalized(square.times(0.5).plus(0.5), input);
        });
  }

  private static Tensor normalized(Tensor unit, ClipInput input) {
    return unit.minus(channels(input.mean())).over(channels(input.deviation()));
  }

  private static Tensor channels(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return Tensor.of(floats, 1, values.length, 1, 1);
  }
}
