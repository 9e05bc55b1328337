package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.wan.fit.Placement;
import io.wan4j.engine.wan.fit.Residence;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Networks stay for the next film where it can be made with them, and only there. */
@ExtendWith(LibtorchRequired.class)
class StudioLotTest {
  private static final Placement FIRST =
      placed(false, Residence.RESIDENT, Residence.RESIDENT, false, false);

  @TempDir Path folder;

  private static Placement placed(
      boolean fp8, Residence text, Residence transformer, boolean tiled, boolean paired) {
    return new Placement(
        Device.CPU, DType.FLOAT32, DType.FLOAT32, fp8, text, transformer, tiled, paired);
  }

  private Checkpoint checkpoint(String kind) {
    return Checkpoint.open(TinyCheckpoint.of(kind, 1).write(folder.resolve(kind)));
  }

  @Test
  void aFilmOfAnotherSizeLoadsNothingAnew() {
    Checkpoint checkpoint = checkpoint("tiny-t2v");
    Placement larger = placed(false, Residence.OFFLOADED, Residence.RESIDENT, true, false);
    Placement smaller = placed(false, Residence.RESIDENT, Residence.RESIDENT, false, true);
    try (StudioLot lot = new StudioLot()) {
      Studio studio = lot.open(checkpoint, FIRST);
      assertThat(lot.open(checkpoint, larger)).isSameAs(studio);
      assertThat(studio.placement()).isEqualTo(larger);
      assertThat(lot.open(checkpoint, smaller)).isSameAs(studio);
      assertThat(studio.placement()).isEqualTo(smaller);
    }
  }

  @Test
  void otherWeightsAreLoaded() {
    Checkpoint checkpoint = checkpoint("tiny-t2v");
    try (StudioLot lot = new StudioLot()) {
      Studio studio = lot.open(checkpoint, FIRST);
      Studio eightBits =
          lot.open(checkpoint, placed(true, Residence.RESIDENT, Residence.RESIDENT, false, false));
      assertThat(eightBits).isNotSameAs(studio);
      Studio streamed =
          lot.open(checkpoint, placed(true, Residence.RESIDENT, Residence.STREAMED, false, false));
      assertThat(streamed).isNotSameAs(eightBits);
      assertThat(lot.open(checkpoint("tiny-i2v"), streamed.placement())).isNotSameAs(streamed);
    }
  }
}
