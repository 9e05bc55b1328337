package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The face's expression as a vector (Wan-Animate, arXiv 2509.14055; the encoder of LIA,
 * wan/modules/animate/motion_encoder.py): convolutions down to 4 x 4, linears, and a mix of
 * orthonormal directions. In the manner of StyleGAN2 every weight is divided by the root of its
 * fan-in.
 */
final class MotionEncoder {
  private static final int SMALLEST = 4;
  private static final double SLOPE = 0.2;
  private static final double SQRT2 = Math.sqrt(2);

  /** Channels of each picture size where config.json is silent (transformer_wan_animate.py). */
  private static final Map<Integer, Integer> PUBLISHED =
      Map.of(4, 512, 8, 512, 16, 512, 32, 512, 64, 256, 128, 128, 256, 64, 512, 32, 1024, 16);

  private final Convolution convIn;
  private final List<Block> blocks = new ArrayList<>();
  private final Convolution convOut;
  private final List<ScaledLinear> linears = new ArrayList<>();
  private final Tensor directions;

  /**
   * Sizes of the encoder.
   *
   * @param size of the face's picture, a power of two
   * @param style width after the convolutions
   * @param directions how many directions are mixed
   * @param out width of the result
   * @param channels of each picture size
   */
  record Sizes(int size, int style, int directions, int out, TreeMap<Integer, Integer> channels) {
    static Sizes read(Config config) {
      TreeMap<Integer, Integer> channels = new TreeMap<>();
      if (config.has("motion_encoder_channel_sizes")) {
        Config given = config.object("motion_encoder_channel_sizes");
        given.keys().forEach(key -> channels.put(Integer.valueOf(key), given.integer(key)));
      } else {
        channels.putAll(PUBLISHED);
      }
      return new Sizes(
          config.integer("motion_encoder_size"),
          config.integer("motion_style_dim"),
          config.integer("motion_dim"),
          config.integer("motion_encoder_dim"),
          channels);
    }
  }

  MotionEncoder(Parameters parameters, Sizes sizes) {
    int in = sizes.channels().get(sizes.size());
    convIn = new Convolution(parameters.at("conv_in"), 3, in, 1, true);
    int number = 0;
    for (int size = sizes.size() / 2; size >= SMALLEST; size /= 2) {
      int out = sizes.channels().get(size);
      blocks.add(new Block(parameters.at("res_blocks." + number++), in, out));
      in = out;
    }
    convOut = new Convolution(parameters.at("conv_out"), in, sizes.style(), SMALLEST, false);
    for (int i = 0; i < 5; i++) {
      int out = i < 4 ? sizes.style() : sizes.directions();
      linears.add(
          new ScaledLinear(
              parameters.linear("motion_network." + i, sizes.style(), out), sizes.style()));
    }
    Tensor weight = parameters.get("motion_synthesis_weight", sizes.out(), sizes.directions());
    try (Scope scope = Scope.open()) {
      Tensor basis = Functions.orthonormal(weight.to(DType.FLOAT32).plus(1e-8));
      directions = parameters.own(basis.copy(), scope);
    }
  }

  /** Pictures [N, 3, S, S] in [-1, 1] to [N, out]. */
  Tensor apply(Tensor faces) {
    return Scope.keeping(
        () -> {
          Tensor x = convIn.apply(faces, 1, 0);
          for (Block block : blocks) {
            x = block.apply(x);
          }
          x = convOut.apply(x, 1, 0);
          x = x.reshape(x.size(0), x.size(1));
          for (ScaledLinear linear : linears) {
            x = linear.apply(x);
          }
          return x.to(DType.FLOAT32).matmul(directions.transpose(0, 1)).to(faces.dtype());
        });
  }

  /** The bias is not scaled, so the weight's factor is applied to the input. */
  private record ScaledLinear(Linear linear, int in) {
    Tensor apply(Tensor x) {
      return linear.apply(x.times(1 / Math.sqrt(in)));
    }
  }

  /** A convolution without bias, and where asked {@code √2·leakyReLU(x + bias)} after it. */
  private static final class Convolution {
    private final Tensor weight;
    private final double scale;
    private final List<Tensor> activationBias;

    Convolution(Parameters parameters, int in, int out, int kernel, boolean activates) {
      weight = parameters.get("weight", out, in, kernel, kernel);
      scale = 1 / Math.sqrt((double) in * kernel * kernel);
      activationBias = activates ? List.of(parameters.get("act_fn.bias", out)) : List.of();
    }

    Tensor apply(Tensor x, long stride, long padding) {
      Tensor y = Functions.conv2d(x, weight.times(scale), null, stride, padding);
      for (Tensor bias : activationBias) {
        Tensor z = y.plus(bias.reshape(1, -1, 1, 1));
        y = z.maximum(z.times(SLOPE)).times(SQRT2);
      }
      return y;
    }
  }

  /** Halves the picture. */
  private static final class Block {
    private final Convolution conv1;
    private final Convolution conv2;
    private final Convolution skip;

    Block(Parameters parameters, int in, int out) {
      conv1 = new Convolution(parameters.at("conv1"), in, in, 3, true);
      conv2 = new Convolution(parameters.at("conv2"), in, out, 3, true);
      skip = new Convolution(parameters.at("conv_skip"), in, out, 1, false);
    }

    Tensor apply(Tensor x) {
      Tensor y = conv2.apply(blur(conv1.apply(x, 1, 1), 2), 2, 0);
      return y.plus(skip.apply(blur(x, 1), 2, 0)).over(SQRT2);
    }

    /** Each channel by the binomial kernel 1 3 3 1 in both directions. */
    private static Tensor blur(Tensor x, long padding) {
      float[] line = {1, 3, 3, 1};
      float[] kernel = new float[16];
      for (int i = 0; i < kernel.length; i++) {
        kernel[i] = line[i / 4] * line[i % 4] / 64;
      }
      long channels = x.size(1);
      Tensor weight =
          Tensor.of(kernel, 1, 1, 4, 4).to(x.dtype()).to(x.device()).expand(channels, 1, 4, 4);
      return Functions.conv2d(x, weight, null, 1, padding, channels);
    }
  }
}
