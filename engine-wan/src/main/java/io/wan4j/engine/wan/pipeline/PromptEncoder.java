package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.text.PromptCleaning;
import io.wan4j.engine.wan.text.Umt5Encoder;
import io.wan4j.engine.wan.text.UnigramTokenizer;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Words to what the transformers take. The encoder, the largest part of a small checkpoint, is
 * loaded when a prompt is met for the first time, and can be let go in between; what it said about
 * the latest prompts is kept. Used by one thread.
 */
public final class PromptEncoder implements AutoCloseable {
  /** Prompts that are remembered; each takes 4 MiB with the published encoder in 16 bits. */
  private static final int REMEMBERED = 32;

  private final UnigramTokenizer tokenizer;
  private final Supplier<Umt5Encoder> loader;
  private final Map<String, Tensor> known = new LinkedHashMap<>(16, 0.75f, true);
  private Optional<Umt5Encoder> encoder = Optional.empty();

  public PromptEncoder(UnigramTokenizer tokenizer, Supplier<Umt5Encoder> loader) {
    this.tokenizer = tokenizer;
    this.loader = loader;
  }

  /** Both prompts, [1, 512, width]; they belong to this encoder. */
  Prompts.Encoded encode(Prompts prompts) {
    PromptCleaning cleaning = prompts.cleaning();
    return new Prompts.Encoded(
        encode(cleaning.clean(prompts.prompt())), encode(cleaning.clean(prompts.negative())));
  }

  /** Encodes prompts ahead of their use. */
  public void remember(Prompts prompts) {
    encode(prompts);
  }

  private Tensor encode(String clean) {
    Tensor found = known.get(clean);
    if (found == null) {
      found = compute(clean);
      known.put(clean, found);
      forgetOldest();
    }
    return found;
  }

  private Tensor compute(String text) {
    if (encoder.isEmpty()) {
      encoder = Optional.of(loader.get());
    }
    try (Scope scope = Scope.open()) {
      long[] ids = tokenizer.encode(text, Prompts.ROWS);
      return scope.release(encoder.get().encodePadded(ids, Prompts.ROWS));
    }
  }

  private void forgetOldest() {
    if (known.size() > REMEMBERED) {
      Iterator<Tensor> oldest = known.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
  }

  /** Frees the encoder's weights; prompts that are known stay known. */
  public void release() {
    encoder.ifPresent(Umt5Encoder::close);
    encoder = Optional.empty();
  }

  @Override
  public void close() {
    release();
    known.values().forEach(Tensor::close);
    known.clear();
  }
}
