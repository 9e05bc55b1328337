package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;

/**
 * Each frame's tokens, modulated by the frame's global audio vector, attend to its audio tokens
 * (AudioInjector_WAN in wan/modules/s2v/audio_utils.py).
 */
final class AudioInjector {
  /** AdaLayerNorm's default in diffusers, not the blocks' 1e-6. */
  private static final double EPSILON = 1e-5;

  private final Attention attention;
  private final Linear modulation;

  AudioInjector(Parameters injector, Parameters norm, TransformerConfig config) {
    long width = config.width();
    attention =
        new Attention(injector, Attention.Names.ORIGINAL, config.heads(), width, config.epsilon());
    modulation = norm.linear("linear", width, 2 * width);
  }

  /**
   * @param x video tokens [B, L, d]; frames divide L
   * @return [B, L, d], to be added
   */
  Tensor apply(Tensor x, AudioEncoder.Encoded audio) {
    return Scope.keeping(
        () -> {
          long frames = audio.local().size(1);
          Tensor apart = x.reshape(x.size(0) * frames, -1, x.size(2));
          Tensor global = audio.global().reshape(apart.size(0), 1, x.size(2));
          List<Tensor> parts = modulation.apply(Functions.silu(global)).chunk(2, -1);
          Tensor normed = Kernels.modulatedNorm(apart, parts.get(0), parts.get(1), EPSILON);
          Tensor tokens = audio.local().reshape(apart.size(0), -1, x.size(2));
          return attention.toContext(normed, Context.ofText(tokens)).reshape(x.shape());
        });
  }
}
