package io.wan4j.engine.wan.audio;

import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.torch.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The speech encoder once more, in loops over plain arrays, written from the papers and the names
 * in the files; small, with random weights. Rows are moments, columns are channels.
 */
final class PlainWav2Vec2 {
  static final int[] CHANNELS = {4, 6};
  static final int[] KERNELS = {10, 3};
  static final int[] STRIDES = {5, 2};
  static final int WIDTH = 8;
  static final int MIDDLE = 12;
  static final int HEADS = 2;
  static final int LAYERS = 2;
  static final int REACH = 4;
  static final int GROUPS = 2;
  static final double EPSILON = 1e-5;

  static final String CONFIG =
      """
      {"do_stable_layer_norm": true, "feat_extract_norm": "layer", "conv_bias": true,
       "conv_dim": [4, 6], "conv_kernel": [10, 3], "conv_stride": [5, 2], "hidden_act": "gelu",
       "feat_extract_activation": "gelu", "hidden_size": 8, "intermediate_size": 12,
       "num_attention_heads": 2, "num_hidden_layers": 2, "num_conv_pos_embeddings": 4,
       "num_conv_pos_embedding_groups": 2, "layer_norm_eps": 1e-5, "vocab_size": 33,
       "mask_time_prob": 0.05, "pad_token_id": 0, "layerdrop": 0.05, "final_dropout": 0.0}
      """;

  private final Map<String, float[]> values = new LinkedHashMap<>();
  private final Map<String, long[]> shapes = new LinkedHashMap<>();
  private final Random random = new Random(7);

  PlainWav2Vec2() {
    int in = 1;
    for (int i = 0; i < CHANNELS.length; i++) {
      String layer = "wav2vec2.feature_extractor.conv_layers." + i + ".";
      draw(layer + "conv.weight", CHANNELS[i], in, KERNELS[i]);
      draw(layer + "conv.bias", CHANNELS[i]);
      norm(layer + "layer_norm", CHANNELS[i]);
      in = CHANNELS[i];
    }
    norm("wav2vec2.feature_projection.layer_norm", in);
    linear("wav2vec2.feature_projection.projection", in, WIDTH);
    String position = "wav2vec2.encoder.pos_conv_embed.conv.";
    draw(position + "weight_g", 1, 1, REACH);
    draw(position + "weight_v", WIDTH, WIDTH / GROUPS, REACH);
    draw(position + "bias", WIDTH);
    for (int i = 0; i < LAYERS; i++) {
      String layer = "wav2vec2.encoder.layers." + i + ".";
      for (String part : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
        linear(layer + "attention." + part, WIDTH, WIDTH);
      }
      norm(layer + "layer_norm", WIDTH);
      linear(layer + "feed_forward.intermediate_dense", WIDTH, MIDDLE);
      linear(layer + "feed_forward.output_dense", MIDDLE, WIDTH);
      norm(layer + "final_layer_norm", WIDTH);
    }
    norm("wav2vec2.encoder.layer_norm", WIDTH);
    draw("wav2vec2.masked_spec_embed", WIDTH);
    linear("lm_head", WIDTH, 33);
  }

  private void draw(String name, long... shape) {
    int count = 1;
    for (long extent : shape) {
      count *= (int) extent;
    }
    float[] drawn = new float[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = (float) (0.5 * random.nextGaussian());
    }
    values.put(name, drawn);
    shapes.put(name, shape);
  }

  private void linear(String name, int in, int out) {
    draw(name + ".weight", out, in);
    draw(name + ".bias", out);
  }

  private void norm(String name, int width) {
    draw(name + ".weight", width);
    draw(name + ".bias", width);
  }

  /** Gives a tensor another name, or takes it away where that is empty. */
  void rename(String from, String to) {
    float[] kept = values.remove(from);
    long[] shape = shapes.remove(from);
    if (!to.isEmpty()) {
      values.put(to, kept);
      shapes.put(to, shape);
    }
  }

  TensorSource source() {
    return new TensorSource() {
      @Override
      public Set<String> names() {
        return values.keySet();
      }

      @Override
      public long[] shape(String name) {
        return shapes.get(name);
      }

      @Override
      public Tensor get(String name) {
        return Tensor.of(values.get(name), shapes.get(name));
      }

      @Override
      public String toString() {
        return "speech.safetensors";
      }
    };
  }

  /** All states of the samples as they are, [layers + 1][T][width]. */
  double[][][] states(double[] samples) {
    double[][] x = new double[samples.length][1];
    for (int t = 0; t < samples.length; t++) {
      x[t][0] = samples[t];
    }
    for (int i = 0; i < CHANNELS.length; i++) {
      String layer = "wav2vec2.feature_extractor.conv_layers." + i + ".";
      x = gelu(norm(convolve(x, layer + "conv", KERNELS[i], STRIDES[i]), layer + "layer_norm"));
    }
    x = norm(x, "wav2vec2.feature_projection.layer_norm");
    x = linear(x, "wav2vec2.feature_projection.projection", WIDTH);
    x = plus(x, gelu(positions(x)));
    double[][][] states = new double[LAYERS + 1][][];
    for (int i = 0; i < LAYERS; i++) {
      states[i] = x;
      String layer = "wav2vec2.encoder.layers." + i + ".";
      x = plus(x, attention(norm(x, layer + "layer_norm"), layer + "attention."));
      double[][] y = norm(x, layer + "final_layer_norm");
      y = gelu(linear(y, layer + "feed_forward.intermediate_dense", MIDDLE));
      x = plus(x, linear(y, layer + "feed_forward.output_dense", WIDTH));
    }
    states[LAYERS] = norm(x, "wav2vec2.encoder.layer_norm");
    return states;
  }

  private double[][] convolve(double[][] x, String name, int kernel, int stride) {
    float[] weight = values.get(name + ".weight");
    float[] bias = values.get(name + ".bias");
    int in = x[0].length;
    double[][] y = new double[(x.length - kernel) / stride + 1][bias.length];
    for (int t = 0; t < y.length; t++) {
      for (int o = 0; o < bias.length; o++) {
        y[t][o] = bias[o];
        for (int c = 0; c < in; c++) {
          for (int k = 0; k < kernel; k++) {
            y[t][o] += x[t * stride + k][c] * weight[(o * in + c) * kernel + k];
          }
        }
      }
    }
    return y;
  }

  /** Two moments before, itself and one after, each group of channels for itself. */
  private double[][] positions(double[][] x) {
    String name = "wav2vec2.encoder.pos_conv_embed.conv.";
    float[] length = values.get(name + "weight_g");
    float[] direction = values.get(name + "weight_v");
    float[] bias = values.get(name + "bias");
    int size = WIDTH / GROUPS;
    double[] norm = new double[REACH];
    for (int i = 0; i < direction.length; i++) {
      norm[i % REACH] += (double) direction[i] * direction[i];
    }
    double[][] y = new double[x.length][WIDTH];
    for (int t = 0; t < x.length; t++) {
      for (int o = 0; o < WIDTH; o++) {
        y[t][o] = bias[o];
        for (int c = 0; c < size; c++) {
          for (int k = 0; k < REACH; k++) {
            int at = t + k - REACH / 2;
            if (at >= 0 && at < x.length) {
              double weight =
                  direction[(o * size + c) * REACH + k] * length[k] / Math.sqrt(norm[k]);
              y[t][o] += weight * x[at][o / size * size + c];
            }
          }
        }
      }
    }
    return y;
  }

  private double[][] attention(double[][] x, String name) {
    double[][] q = linear(x, name + "q_proj", WIDTH);
    double[][] k = linear(x, name + "k_proj", WIDTH);
    double[][] v = linear(x, name + "v_proj", WIDTH);
    int size = WIDTH / HEADS;
    double[][] mixed = new double[x.length][WIDTH];
    for (int head = 0; head < HEADS; head++) {
      for (int t = 0; t < x.length; t++) {
        double[] share = new double[x.length];
        double sum = 0;
        for (int s = 0; s < x.length; s++) {
          double score = 0;
          for (int c = head * size; c < (head + 1) * size; c++) {
            score += q[t][c] * k[s][c];
          }
          share[s] = Math.exp(score / Math.sqrt(size));
          sum += share[s];
        }
        for (int s = 0; s < x.length; s++) {
          for (int c = head * size; c < (head + 1) * size; c++) {
            mixed[t][c] += share[s] / sum * v[s][c];
          }
        }
      }
    }
    return linear(mixed, name + "out_proj", WIDTH);
  }

  private double[][] linear(double[][] x, String name, int out) {
    float[] weight = values.get(name + ".weight");
    float[] bias = values.get(name + ".bias");
    int in = x[0].length;
    double[][] y = new double[x.length][out];
    for (int t = 0; t < x.length; t++) {
      for (int o = 0; o < out; o++) {
        y[t][o] = bias[o];
        for (int c = 0; c < in; c++) {
          y[t][o] += x[t][c] * weight[o * in + c];
        }
      }
    }
    return y;
  }

  private double[][] norm(double[][] x, String name) {
    float[] weight = values.get(name + ".weight");
    float[] bias = values.get(name + ".bias");
    double[][] y = new double[x.length][weight.length];
    for (int t = 0; t < x.length; t++) {
      double mean = 0;
      double square = 0;
      for (double value : x[t]) {
        mean += value / weight.length;
        square += value * value / weight.length;
      }
      double deviation = Math.sqrt(square - mean * mean + EPSILON);
      for (int c = 0; c < weight.length; c++) {
        y[t][c] = (x[t][c] - mean) / deviation * weight[c] + bias[c];
      }
    }
    return y;
  }

  private static double[][] gelu(double[][] x) {
    double[][] y = new double[x.length][x[0].length];
    for (int t = 0; t < x.length; t++) {
      for (int c = 0; c < y[t].length; c++) {
        y[t][c] = x[t][c] * normalShare(x[t][c]);
      }
    }
    return y;
  }

  /** Share of the normal distribution below, by its power series. */
  private static double normalShare(double z) {
    double term = z;
    double sum = z;
    for (int n = 1; Math.abs(term) > 1e-18 && n < 400; n++) {
      term *= z * z / (2 * n + 1);
      sum += term;
    }
    return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  private static double[][] plus(double[][] first, double[][] second) {
    double[][] y = new double[first.length][first[0].length];
    for (int t = 0; t < y.length; t++) {
      for (int c = 0; c < y[t].length; c++) {
        y[t][c] = first[t][c] + second[t][c];
      }
    }
    return y;
  }
}
