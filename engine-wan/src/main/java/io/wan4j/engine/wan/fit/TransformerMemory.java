package io.wan4j.engine.wan.fit;

import io.wan4j.engine.wan.catalogue.TransformerShape;
import io.wan4j.torch.DType;

/**
 * Peak of activations in one pass of a transformer: follows the tensors of {@code WanTransformer}
 * and {@code TransformerBlock} through their scopes. Units are bytes of [tokens, width] tensors,
 * {@code wide} in 32 bits, {@code narrow} in the type of the network, {@code stream} in that of the
 * stream from block to block, which on a processor is 32 bits.
 */
final class TransformerMemory {
  /** Rows of text that every token attends to. */
  static final int TEXT_ROWS = 512;

  /** Scores of a block of rows, see {@link io.wan4j.torch.Kernels}. */
  private static final long BLOCK_SCORES = 12L << 20;

  private final TransformerShape shape;
  private final double tokens;
  private final DType type;
  private final boolean blocked;
  private final double narrow;
  private final double wide;
  private final double cast;
  private final double stream;
  private final double streamCast;

  /**
   * @param tokens of the film: latent frames x rows / 2 x columns / 2
   * @param blocked whether attention works by blocks of rows, as 16 bits do on a processor
   */
  TransformerMemory(TransformerShape shape, long tokens, DType type, boolean blocked) {
    this.shape = shape;
    this.tokens = tokens;
    this.type = type;
    this.blocked = blocked;
    wide = 4.0 * tokens * shape.width();
    narrow = (double) type.bytes() * tokens * shape.width();
    cast = type == DType.FLOAT32 ? 0 : wide; // a tensor in 32 bits already is not copied
    stream = blocked ? wide : narrow;
    streamCast = blocked ? 0 : cast;
  }

  /**
   * @param ownTimes whether every token has a timestep of its own (a picture given to TI2V-5B)
   */
  long peak(boolean ownTimes) {
    Ledger ledger = new Ledger();
    double latents = 4 * tokens * 4 * (shape.inChannels() + shape.outChannels());
    ledger.hold(2 * latents); // the film, its noise, the sampler's history
    ledger.hold(latents + narrow + (blocked ? stream : 0)); // cut into patches, then tokens
    ledger.hold(2 * 4 * tokens * shape.headSize() / 2); // cosine and sine
    text(ledger);
    if (ownTimes) {
      ledger.hold(7 * stream);
    }
    if (shape.controlLayers() > 0) {
      ledger.hold(3 * stream); // the control stream, padded, and going on
    }
    ledger.hold(stream); // between blocks
    ledger.scope(stream, () -> block(ledger, ownTimes));
    ledger.drop(stream);
    head(ledger);
    return ledger.peak();
  }

  private void text(Ledger ledger) {
    double row = (double) TEXT_ROWS * type.bytes();
    ledger.hold(2 * 4.0 * TEXT_ROWS * 4096 + row * (4096 + 3 * shape.width()));
  }

  private void block(Ledger ledger, boolean ownTimes) {
    if (ownTimes) {
      ledger.hold(6 * (wide + streamCast));
    }
    modulatedNorm(ledger);
    ledger.scope(narrow, () -> selfAttention(ledger));
    gatedAdd(ledger);
    ledger.scope(stream, () -> ledger.hold(streamCast + wide + (streamCast > 0 ? narrow : 0)));
    ledger.scope(narrow, () -> crossAttention(ledger));
    ledger.hold(stream); // their sum
    modulatedNorm(ledger);
    ledger.scope(
        narrow,
        () -> {
          double middle = narrow * shape.feedForward() / shape.width();
          narrowed(ledger);
          ledger.hold(2 * middle + narrow); // before and after GELU, and the result
        });
    gatedAdd(ledger);
  }

  private void modulatedNorm(Ledger ledger) {
    ledger.scope(stream, () -> ledger.hold(streamCast + 3 * wide + (streamCast > 0 ? narrow : 0)));
  }

  private void gatedAdd(Ledger ledger) {
    ledger.scope(
        stream, () -> ledger.hold(streamCast + cast + 2 * wide + (streamCast > 0 ? narrow : 0)));
  }

  /** What comes from the stream, in the type of the weights that it meets. */
  private void narrowed(Ledger ledger) {
    ledger.hold(blocked ? narrow : 0);
  }

  private void selfAttention(Ledger ledger) {
    narrowed(ledger);
    for (int i = 0; i < 2; i++) { // q, then k: product, norm, turned
      ledger.hold(narrow);
      ledger.pass(2 * wide + narrow);
      ledger.hold(narrow);
      ledger.scope(narrow, () -> ledger.hold(cast + 4 * wide + (cast > 0 ? narrow : 0)));
    }
    ledger.hold(narrow); // v
    attend(ledger, tokens);
  }

  private void crossAttention(Ledger ledger) {
    narrowed(ledger);
    ledger.hold(2 * narrow); // q, and its norm
    attend(ledger, TEXT_ROWS);
    if (shape.imageTokens() > 0) {
      ledger.hold(narrow);
      attend(ledger, shape.imageTokens());
    }
  }

  /** Attention and the product after it. */
  private void attend(Ledger ledger, double keys) {
    double columns = (double) type.bytes() * keys * shape.width();
    ledger.scope(
        narrow,
        () -> {
          if (blocked) {
            ledger.hold(2 * narrow + 2 * columns + narrow); // queries, columns, values, result
            double rows = Math.max(32, BLOCK_SCORES / (shape.heads() * keys));
            ledger.pass(2 * type.bytes() * Math.min(rows, tokens) * shape.heads() * keys);
          } else {
            ledger.hold(narrow);
          }
        });
    ledger.hold(blocked ? 2 * narrow : narrow); // heads side by side again, and the product
  }

  private void head(Ledger ledger) {
    ledger.hold(stream);
    modulatedNorm(ledger);
    ledger.hold(3.0 * 4 * tokens * 4 * shape.outChannels());
  }
}
