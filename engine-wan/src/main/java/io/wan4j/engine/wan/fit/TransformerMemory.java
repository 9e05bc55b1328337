package io.wan4j.engine.wan.fit;

import io.wan4j.engine.wan.catalogue.TransformerShape;
import io.wan4j.torch.DType;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Kernels.AttentionForm;

/**
 * Peak of what one pass of a transformer takes beside its weights: follows the tensors of {@code
 * WanTransformer} and {@code TransformerBlock} through their scopes, and what {@link
 * io.wan4j.torch.Kernels} and the products hold while they work. Units are bytes of [tokens, width]
 * tensors, {@code wide} in 32 bits, {@code narrow} in the type of the network, {@code stream} in
 * that of the stream from block to block, which on a processor is 32 bits.
 */
final class TransformerMemory {
  /** Rows of text that every token attends to. */
  static final int TEXT_ROWS = 512;

  private static final int TEXT_WIDTH = 4096;

  private final TransformerShape shape;
  private final int batch;
  private final double tokens;
  private final DType type;
  private final boolean eightBits;
  private final boolean processor;
  private final AttentionForm form;
  private final Ledger ledger = new Ledger();
  private final double narrow;
  private final double wide;
  private final double cast;
  private final double stream;
  private final double streamCast;

  /**
   * @param tokens of the film: latent frames x rows / 2 x columns / 2
   * @param form of attention in the placement's type; {@code WIDENED} stands for products too
   */
  TransformerMemory(TransformerShape shape, long tokens, Placement placement, AttentionForm form) {
    this.shape = shape;
    this.batch = placement.paired() ? 2 : 1;
    this.tokens = (double) batch * tokens;
    this.type = placement.type();
    this.eightBits = placement.fp8();
    this.processor = placement.device().isCpu();
    this.form = form;
    wide = 4.0 * this.tokens * shape.width();
    narrow = (double) type.bytes() * this.tokens * shape.width();
    cast = type == DType.FLOAT32 ? 0 : wide; // a tensor in 32 bits already is not copied
    stream = processor ? wide : narrow;
    streamCast = processor ? 0 : cast;
  }

  /**
   * @param ownTimes whether every token has a timestep of its own (a picture given to TI2V-5B)
   */
  long peak(boolean ownTimes) {
    double latents = 4 * tokens * 4 * (shape.inChannels() + shape.outChannels());
    ledger.hold(2 * latents / batch); // the film, its noise, the sampler's history
    ledger.hold(batch == 1 ? 0 : latents); // once for each prompt
    ledger.hold(latents); // cut into patches
    product(tokens, 4.0 * shape.inChannels(), shape.width());
    ledger.hold(processor && cast > 0 ? stream : 0);
    ledger.hold(2 * 4 * tokens / batch * shape.headSize() / 2); // cosine and sine
    text();
    if (ownTimes) {
      ledger.hold(7 * stream);
    }
    if (shape.controlLayers() > 0) {
      ledger.hold(3 * stream); // the control stream, padded, and going on
    }
    double between = shape.layers() > 1 ? stream : 0;
    ledger.hold(between);
    ledger.scope(stream, () -> block(ownTimes));
    ledger.drop(between);
    head();
    return ledger.peak();
  }

  private void text() {
    double rows = (double) batch * TEXT_ROWS;
    ledger.hold(2 * 4.0 * TEXT_ROWS * TEXT_WIDTH); // with the prompt and with the other
    ledger.hold(batch == 1 ? 0 : 4 * rows * TEXT_WIDTH);
    ledger.hold(rows * type.bytes() * TEXT_WIDTH);
    product(rows, TEXT_WIDTH, shape.width());
    ledger.hold(rows * type.bytes() * shape.width()); // GELU
    product(rows, shape.width(), shape.width());
  }

  private void block(boolean ownTimes) {
    if (ownTimes) {
      ledger.hold(6 * (wide + streamCast));
    }
    modulatedNorm();
    ledger.scope(narrow, this::selfAttention);
    gatedAdd();
    ledger.scope(stream, () -> ledger.hold(streamCast + wide + (streamCast > 0 ? narrow : 0)));
    ledger.scope(narrow, this::crossAttention);
    ledger.pass(processor ? cast + wide : narrow); // a sum of two types brings one to the other
    ledger.hold(stream); // their sum
    modulatedNorm();
    ledger.scope(narrow, this::feedForward);
    gatedAdd();
  }

  private void modulatedNorm() {
    ledger.scope(stream, () -> ledger.hold(streamCast + 3 * wide + (streamCast > 0 ? narrow : 0)));
  }

  private void gatedAdd() {
    ledger.scope(
        stream, () -> ledger.hold(streamCast + cast + 2 * wide + (streamCast > 0 ? narrow : 0)));
  }

  /** What comes from the stream, in the type of the weights that it meets. */
  private void narrowed() {
    ledger.hold(processor && cast > 0 ? narrow : 0);
  }

  /** Rows times a weight. Widened, both sides and the result are there in 32 bits too. */
  private void product(double rows, double in, double out) {
    ledger.scope(
        type.bytes() * rows * out,
        () -> {
          ledger.hold(isWidened() ? 4 * (rows * in + in * out + rows * out) : 0);
          ledger.hold(type.bytes() * rows * out);
        });
  }

  /** A product of a block; see {@link io.wan4j.engine.wan.checkpoint.Linear}. */
  private void blockProduct(double rows, double in, double out) {
    if (!eightBits) {
      product(rows, in, out);
      return;
    }
    ledger.scope(
        type.bytes() * rows * out,
        () -> {
          if (!processor && type == DType.BFLOAT16) {
            ledger.hold(rows * in + 4 * rows); // activations in eight bits, and their scales
            ledger.hold(type.bytes() * rows * out);
          } else {
            ledger.scope(
                type.bytes() * in * out,
                () -> ledger.hold((4 + (type == DType.FLOAT32 ? 0 : type.bytes())) * in * out));
            product(rows, in, out);
          }
        });
  }

  private boolean isWidened() {
    return processor && form == AttentionForm.WIDENED;
  }

  /** libtorch's norm is composed: its input in 32 bits, over its length, times the weights. */
  private void rmsNorm() {
    ledger.pass(cast + 2 * wide);
    ledger.hold(narrow);
  }

  private void selfAttention() {
    narrowed();
    for (int i = 0; i < 3; i++) { // q, k, v
      blockProduct(tokens, shape.width(), shape.width());
    }
    for (int i = 0; i < 2; i++) {
      ledger.scope(
          narrow,
          () -> {
            rmsNorm();
            ledger.hold(cast + 4 * wide + (cast > 0 ? narrow : 0)); // turned, half by half
          });
    }
    attend(tokens / batch);
    blockProduct(tokens, shape.width(), shape.width());
  }

  private void crossAttention() {
    narrowed();
    blockProduct(tokens, shape.width(), shape.width());
    rmsNorm();
    attendTo(TEXT_ROWS);
    if (shape.imageTokens() > 0) {
      attendTo(shape.imageTokens());
      ledger.hold(narrow); // their sum
    }
    blockProduct(tokens, shape.width(), shape.width());
  }

  private void attendTo(double rows) {
    blockProduct(batch * rows, shape.width(), shape.width());
    blockProduct(batch * rows, shape.width(), shape.width());
    ledger.hold(type.bytes() * batch * rows * shape.width()); // keys, normalised
    attend(rows);
  }

  /**
   * @param keys for each row of the batch
   */
  private void attend(double keys) {
    double columns = (double) type.bytes() * batch * keys * shape.width();
    ledger.scope(
        narrow,
        () -> {
          switch (form) {
            case WIDENED ->
                ledger.hold(wide + 2 * 4 * batch * keys * shape.width() + wide + narrow);
            case BLOCKED -> {
              ledger.hold(2 * narrow + 2 * columns); // queries, columns, values, result
              ledger.pass(
                  2.0
                      * type.bytes()
                      * Kernels.blockedScores(
                          (long) batch * shape.heads(), (long) tokens / batch, (long) keys));
            }
            case FUSED, CUDNN, FLASH, EFFICIENT -> ledger.hold(narrow);
          }
        });
    ledger.hold(form == AttentionForm.BLOCKED ? narrow : 0); // heads side by side again
  }

  private void feedForward() {
    double middle = (double) type.bytes() * tokens * shape.feedForward();
    narrowed();
    blockProduct(tokens, shape.width(), shape.feedForward());
    ledger.hold(middle); // GELU
    blockProduct(tokens, shape.feedForward(), shape.width());
  }

  private void head() {
    ledger.hold(stream);
    modulatedNorm();
    ledger.hold(3.0 * 4 * tokens * 4 * shape.outChannels());
  }
}
