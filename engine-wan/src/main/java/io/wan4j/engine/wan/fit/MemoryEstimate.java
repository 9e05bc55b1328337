package io.wan4j.engine.wan.fit;

/**
 * Peak bytes on the device in each phase of a film, weights included.
 *
 * @param text while the prompts (and pictures) are encoded
 * @param denoising while the transformer works
 * @param decoding while the autoencoder works
 * @param weights of the transformer alone, all experts, in the type in which they work
 * @param activations beside weights, in the hungriest phase
 */
public record MemoryEstimate(
    long text, long denoising, long decoding, long weights, long activations) {
  public long peak() {
    return Math.max(text, Math.max(denoising, decoding));
  }

  /** The numbers of a refusal. */
  @Override
  public String toString() {
    return "%s at the peak (text %s, denoising %s, decoding %s)"
        .formatted(
            Bytes.words(peak()), Bytes.words(text), Bytes.words(denoising), Bytes.words(decoding));
  }
}
