package io.wan4j.engine.wan.film;

import io.wan4j.engine.FrameSize;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.SplittableRandom;

/**
 * A small picture of latents without the work of decoding them: red, green and blue as weighted
 * sums of a latent's channels. The weights are fitted to the autoencoder at hand by encoding
 * patches of colour (least squares), so that they are right for whatever checkpoint there is.
 */
final class LatentPreview {
  private static final int COLOURS = 3;

  /** Latents in each direction of the picture that the weights are fitted to. */
  private static final int SIDE = 20;

  /** Latents in each direction of one patch of colour. */
  private static final int PATCH = 2;

  /** Keeps the equations solvable where channels say the same. */
  private static final double RIDGE = 1e-3;

  /** Row for each channel and one for the constant, column for each colour. */
  private final double[][] weights;

  private LatentPreview(double[][] weights) {
    this.weights = weights;
  }

  /** Fits the weights; the work of encoding one small frame. */
  static LatentPreview of(WanVae vae) {
    int factor = vae.config().spatialFactor();
    int channels = vae.config().latentChannels();
    double[][] patches = new double[SIDE * SIDE][COLOURS];
    SplittableRandom random = new SplittableRandom(1);
    for (int row = 0; row < SIDE; row += PATCH) {
      for (int column = 0; column < SIDE; column += PATCH) {
        for (int colour = 0; colour < COLOURS; colour++) {
          double value = 2 * random.nextDouble() - 1;
          for (int i = 0; i < PATCH * PATCH; i++) {
            patches[(row + i / PATCH) * SIDE + column + i % PATCH][colour] = value;
          }
        }
      }
    }
    float[] latents;
    try (Scope _ = Scope.open()) {
      Tensor picture = Tensor.of(picture(patches, factor), 1, 3, 1, SIDE * factor, SIDE * factor);
      latents = vae.normalize(vae.encode(picture)).toFloats();
    }
    double[][] square = new double[channels + 1][channels + 1];
    double[][] right = new double[channels + 1][COLOURS];
    double[] row = new double[channels + 1];
    for (int cell = 0; cell < patches.length; cell++) {
      for (int channel = 0; channel < channels; channel++) {
        row[channel] = latents[channel * patches.length + cell];
      }
      row[channels] = 1;
      for (int i = 0; i <= channels; i++) {
        for (int j = 0; j <= channels; j++) {
          square[i][j] += row[i] * row[j];
        }
        for (int colour = 0; colour < COLOURS; colour++) {
          right[i][colour] += row[i] * patches[cell][colour];
        }
      }
    }
    for (int i = 0; i <= channels; i++) {
      square[i][i] += RIDGE * patches.length;
    }
    return new LatentPreview(solved(square, right));
  }

  private static float[] picture(double[][] patches, int factor) {
    int side = SIDE * factor;
    float[] picture = new float[COLOURS * side * side];
    for (int colour = 0; colour < COLOURS; colour++) {
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          picture[(colour * side + y) * side + x] =
              (float) patches[y / factor * SIDE + x / factor][colour];
        }
      }
    }
    return picture;
  }

  /** Gauss-Jordan with pivots; the right sides become the solution. */
  private static double[][] solved(double[][] square, double[][] right) {
    int size = square.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = Math.abs(square[row][column]) > Math.abs(square[pivot][column]) ? row : pivot;
      }
      swap(square, column, pivot);
      swap(right, column, pivot);
      for (int row = 0; row < size; row++) {
        double factor = row == column ? 0 : square[row][column] / square[column][column];
        for (int i = 0; i < size; i++) {
          square[row][i] -= factor * square[column][i];
        }
        for (int i = 0; i < right[row].length; i++) {
          right[row][i] -= factor * right[column][i];
        }
      }
    }
    for (int row = 0; row < size; row++) {
      for (int i = 0; i < right[row].length; i++) {
        right[row][i] /= square[row][row];
      }
    }
    return right;
  }

  private static void swap(double[][] rows, int first, int second) {
    double[] kept = rows[first];
    rows[first] = rows[second];
    rows[second] = kept;
  }

  /**
   * The middle of the film.
   *
   * @param latents [1, z, T, h, w], as the transformers know them
   * @param size of the picture
   */
  PixelImage of(Tensor latents, FrameSize size) {
    int height = Math.toIntExact(latents.size(3));
    int width = Math.toIntExact(latents.size(4));
    float[] values;
    try (Scope _ = Scope.open()) {
      values = latents.select(2, latents.size(2) / 2).toFloats();
    }
    int cells = width * height;
    int[] pixels = new int[cells];
    for (int cell = 0; cell < cells; cell++) {
      int pixel = 0xFF;
      for (int colour = 0; colour < COLOURS; colour++) {
        double sum = weights[weights.length - 1][colour];
        for (int channel = 0; channel < weights.length - 1; channel++) {
          sum += weights[channel][colour] * values[channel * cells + cell];
        }
        pixel = pixel << 8 | Math.clamp(Math.round(127.5 * (sum + 1)), 0, 255);
      }
      pixels[cell] = pixel;
    }
    return Pixels.stretched(new PixelImage(width, height, pixels), size.width(), size.height());
  }
}
