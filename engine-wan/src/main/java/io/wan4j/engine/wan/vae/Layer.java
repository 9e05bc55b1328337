package io.wan4j.engine.wan.vae;

import io.wan4j.torch.Tensor;

/** A step of the encoder or decoder on one chunk of frames, [B, C, T, H, W]. */
interface Layer {
  Tensor apply(Tensor x, FeatureCache cache);
}
