package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Networks of published shapes with random numbers for weights: how long they take does not depend
 * on what they have learned.
 */
final class RandomTensors implements TensorSource {
  private final Map<String, long[]> shapes = new LinkedHashMap<>();
  private final DType type;
  private final Device device;

  private RandomTensors(DType type, Device device) {
    this.type = type;
    this.device = device;
  }

  static RandomTensors transformer(TransformerConfig config, DType type, Device device) {
    RandomTensors tensors = new RandomTensors(type, device);
    long width = config.width();
    tensors.convolution("patch_embedding", config.inChannels(), width, 1, 2, 2);
    String embedder = "condition_embedder.";
    tensors.linear(embedder + "time_embedder.linear_1", config.timeWidth(), width);
    tensors.linear(embedder + "time_embedder.linear_2", width, width);
    tensors.linear(embedder + "time_proj", width, 6 * width);
    tensors.linear(embedder + "text_embedder.linear_1", config.textWidth(), width);
    tensors.linear(embedder + "text_embedder.linear_2", width, width);
    for (int i = 0; i < config.layers(); i++) {
      String block = "blocks." + i + ".";
      tensors.shapes.put(block + "scale_shift_table", new long[] {1, 6, width});
      for (String attention : new String[] {"attn1.", "attn2."}) {
        for (String part : new String[] {"to_q", "to_k", "to_v", "to_out.0"}) {
          tensors.linear(block + attention + part, width, width);
        }
        tensors.shapes.put(block + attention + "norm_q.weight", new long[] {width});
        tensors.shapes.put(block + attention + "norm_k.weight", new long[] {width});
      }
      tensors.shapes.put(block + "norm2.weight", new long[] {width});
      tensors.shapes.put(block + "norm2.bias", new long[] {width});
      tensors.linear(block + "ffn.net.0.proj", width, config.feedForward());
      tensors.linear(block + "ffn.net.2", config.feedForward(), width);
    }
    tensors.linear("proj_out", width, 4L * config.outChannels());
    tensors.shapes.put("scale_shift_table", new long[] {1, 2, width});
    return tensors;
  }

  /** The autoencoder of Wan 2.1. */
  static RandomTensors vae(VaeConfig config, DType type, Device device) {
    RandomTensors tensors = new RandomTensors(type, device);
    long latent = config.latentChannels();
    long width = config.encoderWidth();
    long widest = width * config.multipliers().getLast();
    tensors.cube("encoder.conv_in", 3, width);
    long in = width;
    int flat = 0;
    for (int i = 0; i < config.multipliers().size(); i++) {
      long out = width * config.multipliers().get(i);
      for (int j = 0; j < config.residualBlocks(); j++) {
        tensors.residual("encoder.down_blocks." + flat++, j == 0 ? in : out, out);
      }
      if (i < config.halvesTime().size()) {
        tensors.resample(
            "encoder.down_blocks." + flat++, out, out, out, config.halvesTime().get(i));
      }
      in = out;
    }
    tensors.middle("encoder", widest);
    tensors.cube("encoder.conv_out", widest, 2 * latent);
    tensors.convolution("quant_conv", 2 * latent, 2 * latent, 1, 1, 1);
    tensors.convolution("post_quant_conv", latent, latent, 1, 1, 1);
    tensors.cube("decoder.conv_in", latent, widest);
    tensors.middle("decoder", widest);
    in = widest;
    int last = config.multipliers().size() - 1;
    for (int i = 0; i <= last; i++) {
      long out = width * config.multipliers().get(last - i);
      for (int j = 0; j <= config.residualBlocks(); j++) {
        tensors.residual("decoder.up_blocks." + i + ".resnets." + j, j == 0 ? in : out, out);
      }
      in = out;
      if (i < last) {
        in = out / 2;
        boolean doubles = config.halvesTime().get(last - 1 - i);
        tensors.resample("decoder.up_blocks." + i + ".upsamplers.0", out, in, 2 * out, doubles);
      }
    }
    tensors.shapes.put("encoder.norm_out.gamma", new long[] {widest, 1, 1, 1});
    tensors.shapes.put("decoder.norm_out.gamma", new long[] {in, 1, 1, 1});
    tensors.cube("decoder.conv_out", in, 3);
    return tensors;
  }

  private void linear(String name, long in, long out) {
    shapes.put(name + ".weight", new long[] {out, in});
    shapes.put(name + ".bias", new long[] {out});
  }

  private void convolution(String name, long in, long out, long... kernel) {
    long[] shape = new long[kernel.length + 2];
    shape[0] = out;
    shape[1] = in;
    System.arraycopy(kernel, 0, shape, 2, kernel.length);
    shapes.put(name + ".weight", shape);
    shapes.put(name + ".bias", new long[] {out});
  }

  private void cube(String name, long in, long out) {
    convolution(name, in, out, 3, 3, 3);
  }

  private void residual(String name, long in, long out) {
    shapes.put(name + ".norm1.gamma", new long[] {in, 1, 1, 1});
    cube(name + ".conv1", in, out);
    shapes.put(name + ".norm2.gamma", new long[] {out, 1, 1, 1});
    cube(name + ".conv2", out, out);
    if (in != out) {
      convolution(name + ".conv_shortcut", in, out, 1, 1, 1);
    }
  }

  private void middle(String side, long width) {
    String mid = side + ".mid_block.";
    residual(mid + "resnets.0", width, width);
    residual(mid + "resnets.1", width, width);
    shapes.put(mid + "attentions.0.norm.gamma", new long[] {width, 1, 1});
    convolution(mid + "attentions.0.to_qkv", width, 3 * width, 1, 1);
    convolution(mid + "attentions.0.proj", width, width, 1, 1);
  }

  private void resample(String name, long in, long out, long timeOut, boolean time) {
    convolution(name + ".resample.1", in, out, 3, 3);
    if (time) {
      convolution(name + ".time_conv", in, timeOut, 3, 1, 1);
    }
  }

  @Override
  public Set<String> names() {
    return shapes.keySet();
  }

  @Override
  public long[] shape(String name) {
    return shapes.get(name);
  }

  /** Small numbers, so that deep networks stay finite; one stretch of noise repeated is enough. */
  @Override
  public Tensor get(String name) {
    return Scope.keeping(
        () -> {
          long[] shape = shape(name);
          if (!device.isCpu()) {
            return Tensor.anyNormal(type, device, shape).times(0.02);
          }
          Tensor tensor = Tensor.empty(type, device, shape);
          Tensor row = new NormalNoise(1).next(1L << 16).times(0.02).to(type);
          Tensor flat = tensor.reshape(-1);
          long count = flat.count();
          for (long from = 0; from < count; from += row.count()) {
            long to = Math.min(count, from + row.count());
            flat.slice(0, from, to).copyFrom(row.slice(0, 0, to - from));
          }
          return tensor;
        });
  }

  @Override
  public String toString() {
    return "random tensors";
  }
}
