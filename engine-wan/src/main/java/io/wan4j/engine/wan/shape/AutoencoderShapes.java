package io.wan4j.engine.wan.shape;

import io.wan4j.engine.wan.vae.VaeConfig;

/** Tensors of the video autoencoders under the names of diffusers. */
public final class AutoencoderShapes {
  private AutoencoderShapes() {}

  /** Both halves, of version 2.1 or 2.2. */
  public static TensorShapes of(VaeConfig config) {
    TensorShapes shapes = new TensorShapes();
    long latent = config.latentChannels();
    encoder(shapes, config);
    shapes.convolution("quant_conv", 2 * latent, 2 * latent, 1, 1, 1);
    shapes.convolution("post_quant_conv", latent, latent, 1, 1, 1);
    decoder(shapes, config);
    return shapes;
  }

  private static void encoder(TensorShapes shapes, VaeConfig config) {
    long pixels = 3L * config.patch() * config.patch();
    cube(shapes, "encoder.conv_in", pixels, config.encoderWidth());
    long in = config.encoderWidth();
    int flat = 0;
    int last = config.multipliers().size() - 1;
    for (int i = 0; i <= last; i++) {
      long out = (long) config.encoderWidth() * config.multipliers().get(i);
      String stage = "encoder.down_blocks." + i + ".";
      for (int j = 0; j < config.residualBlocks(); j++) {
        String name = config.residual() ? stage + "resnets." + j : "encoder.down_blocks." + flat++;
        residual(shapes, name, j == 0 ? in : out, out);
      }
      if (i < last) {
        String name = config.residual() ? stage + "downsampler" : "encoder.down_blocks." + flat++;
        resample(shapes, name, out, out, out, config.halvesTime().get(i));
      }
      in = out;
    }
    middle(shapes, "encoder", in);
    shapes.add("encoder.norm_out.gamma", in, 1, 1, 1);
    cube(shapes, "encoder.conv_out", in, 2L * config.latentChannels());
  }

  private static void decoder(TensorShapes shapes, VaeConfig config) {
    int last = config.multipliers().size() - 1;
    long in = (long) config.decoderWidth() * config.multipliers().getLast();
    cube(shapes, "decoder.conv_in", config.latentChannels(), in);
    middle(shapes, "decoder", in);
    for (int i = 0; i <= last; i++) {
      long out = (long) config.decoderWidth() * config.multipliers().get(last - i);
      String stage = "decoder.up_blocks." + i + ".";
      for (int j = 0; j <= config.residualBlocks(); j++) {
        residual(shapes, stage + "resnets." + j, j == 0 ? in : out, out);
      }
      in = out;
      if (i < last) {
        boolean doublesTime = config.halvesTime().get(last - 1 - i);
        in = config.residual() ? out : out / 2; // 2.1 halves the channels as it doubles the size
        String name = stage + (config.residual() ? "upsampler" : "upsamplers.0");
        resample(shapes, name, out, in, 2 * out, doublesTime);
      }
    }
    shapes.add("decoder.norm_out.gamma", in, 1, 1, 1);
    cube(shapes, "decoder.conv_out", in, 3L * config.patch() * config.patch());
  }

  private static void cube(TensorShapes shapes, String name, long in, long out) {
    shapes.convolution(name, in, out, 3, 3, 3);
  }

  private static void residual(TensorShapes shapes, String name, long in, long out) {
    shapes.add(name + ".norm1.gamma", in, 1, 1, 1);
    cube(shapes, name + ".conv1", in, out);
    shapes.add(name + ".norm2.gamma", out, 1, 1, 1);
    cube(shapes, name + ".conv2", out, out);
    if (in != out) {
      shapes.convolution(name + ".conv_shortcut", in, out, 1, 1, 1);
    }
  }

  private static void middle(TensorShapes shapes, String side, long width) {
    String mid = side + ".mid_block.";
    residual(shapes, mid + "resnets.0", width, width);
    shapes
        .add(mid + "attentions.0.norm.gamma", width, 1, 1)
        .convolution(mid + "attentions.0.to_qkv", width, 3 * width, 1, 1)
        .convolution(mid + "attentions.0.proj", width, width, 1, 1);
    residual(shapes, mid + "resnets.1", width, width);
  }

  private static void resample(
      TensorShapes shapes, String name, long in, long out, long timeOut, boolean time) {
    shapes.convolution(name + ".resample.1", in, out, 3, 3);
    if (time) {
      shapes.convolution(name + ".time_conv", in, timeOut, 3, 1, 1);
    }
  }
}
