package io.wan4j.engine.wan.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.wan.checkpoint.Blocks;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.checkpoint.StreamedBlocks;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Blocks that come from a mapped file of 32 bits into 16: each is a copy, as on a card. */
@ExtendWith(LibtorchRequired.class)
class StreamedBlocksTest {
  private static final Parameters.Precision PRECISION =
      NetworkPrecision.of(DType.BFLOAT16, Device.CPU);

  @TempDir static Path folder;
  private final TransformerConfig config = TransformerConfig.read(json());

  @BeforeAll
  static void write() {
    TinyCheckpoint.of("tiny-t2v", 1).write(folder);
  }

  private Config json() {
    return Config.read(folder.resolve("transformer/config.json"));
  }

  private TensorSource tensors() {
    return TensorSource.of(Weights.folder(folder.resolve("transformer")));
  }

  private StreamedBlocks<TransformerBlock> blocks(String name) {
    Parameters parameters = new Parameters(tensors(), PRECISION.withStreaming());
    return (StreamedBlocks<TransformerBlock>)
        Blocks.of(parameters, name, config.layers(), block -> new TransformerBlock(block, config));
  }

  private long bytesOfOne() {
    try (Parameters one = new Parameters(tensors(), PRECISION).apart("blocks.0")) {
      new TransformerBlock(one, config);
      return one.bytes();
    }
  }

  @Test
  void theNextIsReadWhileOneComputesAndNeverMoreThanTwoAreThere() {
    long one = bytesOfOne();
    StreamedBlocks<TransformerBlock> blocks = blocks("blocks");
    try (Scope _ = Scope.open();
        blocks) {
      for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < config.layers(); i++) {
          assertThat(blocks.with(i, _ -> whileTwoAreThere(blocks, one)).toFloats())
              .containsExactly(1);
        }
      }
      assertThat(config.layers()).isGreaterThan(2);
      assertThat(blocks.mostBytes()).isEqualTo(2 * one);
    }
    assertThat(blocks.bytes()).isZero();
  }

  /** The work of a block that ends only when the next block has come. */
  private static Tensor whileTwoAreThere(StreamedBlocks<TransformerBlock> blocks, long one) {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (blocks.bytes() < 2 * one && System.nanoTime() < limit) {
      Thread.onSpinWait();
    }
    return Tensor.of(new float[] {blocks.bytes() == 2 * one ? 1 : 0}, 1);
  }

  @Test
  void blocksOutOfTurnAreRead() {
    try (Scope _ = Scope.open();
        StreamedBlocks<TransformerBlock> blocks = blocks("blocks")) {
      List<TransformerBlock> seen = new ArrayList<>();
      for (int number : new int[] {2, 0, 0}) {
        blocks.with(
            number,
            block -> {
              seen.add(block);
              return Tensor.of(new float[] {0}, 1);
            });
      }
      assertThat(seen).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatCannotBeReadIsSaidWhereItIsNeeded() {
    try (StreamedBlocks<TransformerBlock> blocks =
        new StreamedBlocks<>(
            "blocks.",
            3,
            Device.CPU,
            number -> {
              throw new CheckpointException("no block " + number);
            })) {
      assertThatThrownBy(() -> blocks.with(1, _ -> null))
          .isInstanceOf(CheckpointException.class)
          .hasMessage("no block 1");
    }
    try (StreamedBlocks<TransformerBlock> blocks = blocks("nowhere")) {
      assertThatThrownBy(() -> blocks.with(0, _ -> null))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("lacks the tensor nowhere.0.");
    }
  }

  @Test
  void theNetworkIsTheSame() {
    assertThat(velocity(PRECISION.withStreaming())).isEqualTo(velocity(PRECISION));
  }

  private float[] velocity(Parameters.Precision precision) {
    try (Scope _ = Scope.open();
        WanTransformer network = WanTransformer.load(json(), tensors(), precision)) {
      NormalNoise noise = new NormalNoise(1);
      return network
          .velocity(
              noise.next(1, 16, 3, 8, 12),
              Tensor.of(new float[] {500}, 1),
              Context.ofText(noise.next(1, 20, 32)))
          .toFloats();
    }
  }
}
