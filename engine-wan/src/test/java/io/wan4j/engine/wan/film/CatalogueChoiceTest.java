package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.CatalogueChoice;
import io.wan4j.engine.wan.CheckpointChoice;
import io.wan4j.engine.wan.Score;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.engine.wan.WanSettings;
import io.wan4j.engine.wan.catalogue.CheckpointCatalogue;
import io.wan4j.engine.wan.catalogue.Choice;
import io.wan4j.engine.wan.catalogue.Task;
import io.wan4j.engine.wan.fit.Bytes;
import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.Options;
import io.wan4j.engine.wan.fit.Residence;
import io.wan4j.engine.wan.hub.CachedCheckpoints;
import io.wan4j.engine.wan.hub.FolderImport;
import io.wan4j.engine.wan.hub.HubCache;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Small checkpoints, installed under the names of large ones in the hub's folder. */
@ExtendWith(LibtorchRequired.class)
class CatalogueChoiceTest {
  private static final Options OPTIONS =
      Options.DEFAULT.withTypes(DType.FLOAT32, DType.FLOAT32).withReserve(0);

  private static final String BEST = "wan2.1-t2v-14b";
  private static final String NEXT = "wan2.2-ti2v-5b";

  @TempDir static Path folder;
  private static final CheckpointCatalogue CATALOGUE = CheckpointCatalogue.load();
  private static CatalogueChoice choice;

  @BeforeAll
  static void install() {
    HubCache cache = new HubCache(folder.resolve("hub"));
    install(cache, "tiny-t2v", BEST);
    install(cache, "tiny-ti2v", NEXT);
    choice = new CatalogueChoice(CATALOGUE, new CachedCheckpoints(cache, CATALOGUE));
  }

  private static void install(HubCache cache, String kind, String name) {
    Path made = TinyCheckpoint.of(kind, 1).write(folder.resolve(kind));
    new FolderImport(cache)
        .run(
            CATALOGUE.find(name).orElseThrow().repository(),
            FolderImport.files(made),
            FolderImport.Way.LINK,
            _ -> {});
  }

  @Test
  void theBestThatIsInstalledAndFitsIsTaken() {
    Choice.Chosen best = choose(words(), Long.MAX_VALUE);
    assertThat(best.card().name()).isEqualTo(BEST);
    assertThat(best.placement().transformer()).isEqualTo(Residence.RESIDENT);
    assertThat(best.card().transformer().layers())
        .as("of the files, not of the name")
        .isLessThan(5);

    Choice.Chosen lean = choose(words(), best.memory().peak() - 1);
    assertThat(lean.card().name()).isEqualTo(BEST);
    assertThat(lean.memory().peak()).isLessThan(best.memory().peak());
    Choice.Chosen next = choose(words(), tooLittleForTheBest());
    assertThat(next.card().name()).isEqualTo(NEXT);
    assertThat(next.memory().peak()).isLessThanOrEqualTo(tooLittleForTheBest());
  }

  /** One byte less than the best takes at the least. */
  private static long tooLittleForTheBest() {
    long memory = Long.MAX_VALUE;
    Choice.Chosen chosen = choose(words(), memory);
    while (chosen.card().name().equals(BEST)) {
      memory = chosen.memory().peak() - 1;
      chosen = choose(words(), memory);
    }
    return memory;
  }

  @Test
  void whatFitsNowhereIsRefusedWithNumbers() {
    assertThatThrownBy(() -> choose(words(), 5L << 20))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no checkpoint can make this film (text, 112x64")
        .hasMessageContaining(BEST + " at 832x480x1 needs ")
        .hasMessageContaining(NEXT + " at 1248x704x1 needs ")
        .hasMessageContaining("5 MiB of 5 MiB are free")
        .hasMessageContaining("wan2.2-t2v-a14b is not installed (wan4j models pull");
  }

  @Test
  void aModelSoldAsFastTakesTheSmallestFirst() {
    assertThat(choose(words().forModel("wan2.7-t2v"), Long.MAX_VALUE).card().name())
        .isEqualTo(BEST);
    assertThat(choose(words().forModel("wanx2.1-t2v-turbo"), Long.MAX_VALUE).card().name())
        .isEqualTo(NEXT);
  }

  @Test
  void aFilmThatNoneCanMakeSaysWhatIsMissing() {
    PixelImage grey = Films.plain(0x808080);
    Picture still = Films.picture(folder, "still.png", grey);
    Material both = new Material.FirstAndLastFrame(still, still);
    assertThatThrownBy(() -> choose(Films.brief(both, "it turns", 4), Long.MAX_VALUE))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("first and last frame, 112x64")
        .hasMessageContaining("wan2.2-i2v-a14b is not installed (wan4j models pull");
  }

  @Test
  void theEngineFilmsWithWhatFitsAndRefusesWhatDoesNot() {
    long memory = tooLittleForTheBest();
    try (WanEngine engine = engine(memory);
        Take take = engine.render(words(), Progress.NONE)) {
      assertThat(engine.estimate(words()).bytes())
          .as("of " + NEXT)
          .isEqualTo(choose(words(), memory).memory().peak());
      assertThat(Films.all(take)).hasSize(4);
    }
    try (WanEngine engine = engine(5L << 20)) {
      assertThatThrownBy(() -> engine.render(words(), Progress.NONE))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(Bytes.words(5L << 20) + " are free");
    }
  }

  private static WanEngine engine(long memory) {
    return new WanEngine(
        WanSettings.in(folder.resolve("work"))
            .withType(DType.FLOAT32)
            .withSteps(1)
            .withMemory(memory),
        choice,
        Score.silent(),
        Clock.systemUTC());
  }

  private static Brief words() {
    return Films.brief(new Material.Words(), "a boat on the sea", 4);
  }

  private static Choice.Chosen choose(Brief brief, long memory) {
    Givens givens = Givens.of(brief);
    return choice.choose(
        new CheckpointChoice.Wanted(
            brief,
            Task.of(brief.material()),
            givens::fit,
            givens.needs(),
            new DeviceMemory(Device.CPU, memory, memory),
            OPTIONS));
  }
}
