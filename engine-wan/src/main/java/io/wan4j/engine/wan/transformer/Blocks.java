package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The blocks of a stream in their order: all at hand, or each brought when its turn comes. */
interface Blocks extends AutoCloseable {
  int count();

  /** Does some work with one of them; it must not be used after that. */
  Tensor with(int number, Function<TransformerBlock, Tensor> work);

  /** Whether a parameter is read when a block is brought, not when the network is made. */
  boolean isRead(String name);

  @Override
  void close();

  /**
   * So many blocks.
   *
   * @param parameters of the network
   * @param name of the blocks, such as {@code blocks}
   */
  static Blocks of(Parameters parameters, String name, TransformerConfig config, int count) {
    if (parameters.areStreamed()) {
      return new StreamedBlocks(
          name + ".",
          count,
          parameters.device(),
          number -> {
            Parameters apart = parameters.apart(name + "." + number);
            return new StreamedBlocks.Brought(new TransformerBlock(apart, config), apart);
          });
    }
    List<TransformerBlock> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(new TransformerBlock(parameters.at(name + "." + i), config));
    }
    return new Resident(List.copyOf(blocks));
  }

  /** Blocks whose parameters belong to the network. */
  record Resident(List<TransformerBlock> all) implements Blocks {
    @Override
    public int count() {
      return all.size();
    }

    @Override
    public Tensor with(int number, Function<TransformerBlock, Tensor> work) {
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
