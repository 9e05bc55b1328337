package io.wan4j.engine.wan.checkpoint;

import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The blocks of a network in their order: all at hand, or each brought when its turn comes.
 *
 * @param <B> a block
 */
public interface Blocks<B> extends AutoCloseable {
  int count();

  /** Does some work with one of them; it must not be used after that. */
  Tensor with(int number, Function<B, Tensor> work);

  /** Whether a parameter is read when a block is brought, not when the network is made. */
  boolean isRead(String name);

  @Override
  void close();

  /**
   * So many blocks.
   *
   * @param parameters of the network
   * @param name of the blocks, such as {@code blocks}
   * @param make builds one from its own parameters
   */
  static <B> Blocks<B> of(
      Parameters parameters, String name, int count, Function<Parameters, B> make) {
    if (parameters.areStreamed()) {
      return new StreamedBlocks<>(
          name + ".",
          count,
          parameters.device(),
          number -> {
            Parameters apart = parameters.apart(name + "." + number);
            return new StreamedBlocks.Brought<>(make.apply(apart), apart);
          });
    }
    List<B> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(make.apply(parameters.at(name + "." + i)));
    }
    return new Resident<>(List.copyOf(blocks));
  }

  /** Blocks whose parameters belong to the network. */
  record Resident<B>(List<B> all) implements Blocks<B> {
    @Override
    public int count() {
      return all.size();
    }

    @Override
    public Tensor with(int number, Function<B, Tensor> work) {
      return work.apply(all.get(number));
    }

    @Override
    public boolean isRead(String name) {
      return false;
    }

    @Override
    public void close() {}
  }
}
