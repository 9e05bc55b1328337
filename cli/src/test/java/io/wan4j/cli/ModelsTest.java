package io.wan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.wan.catalogue.CheckpointCatalogue;
import io.wan4j.engine.wan.hub.HubServer;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.engine.wan.tiny.TinyOriginal;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
  @TempDir Path folder;
  private HubServer server;
  private Terminal terminal;

  @BeforeEach
  void start() throws IOException {
    Path tiny = TinyCheckpoint.of("tiny-t2v", 1).write(folder.resolve("tiny"));
    server = new HubServer().with(tiny).with("README.md", "# tiny".getBytes());
    terminal =
        new Terminal(
            Map.of(
                "HF_HOME", folder.resolve("hf").toString(),
                "HF_ENDPOINT", server.endpoint().toString()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCheckpointIsPulledCheckedAndRemoved() throws IOException {
    assertThat(terminal.run("models", "pull", HubServer.REPOSITORY)).isZero();
    assertThat(terminal.err().getFirst()).contains(HubServer.REPOSITORY, "files");
    assertThat(terminal.err()).anyMatch(line -> line.startsWith("licence apache-2.0, http"));
    Path snapshot = Path.of(terminal.out().getFirst());
    assertThat(snapshot.startsWith(folder.resolve("hf/hub"))).isTrue();

    assertThat(terminal.run("models", "list")).isZero();
    assertThat(terminal.out())
        .anyMatch(line -> line.startsWith(HubServer.REPOSITORY) && line.contains("apache-2.0"));

    assertThat(terminal.run("models", "verify", HubServer.REPOSITORY)).isZero();
    Path weights = snapshot.resolve("vae/diffusion_pytorch_model.safetensors").toRealPath();
    Files.write(weights, new byte[] {1}, StandardOpenOption.APPEND);
    assertThat(terminal.run("models", "verify", "--fix", HubServer.REPOSITORY))
        .isEqualTo(ExitCode.FAILED.status());
    assertThat(terminal.out().getFirst())
        .isEqualTo("WRONG vae/diffusion_pytorch_model.safetensors");
    assertThat(terminal.run("models", "pull", HubServer.REPOSITORY)).isZero();
    assertThat(terminal.run("models", "verify", HubServer.REPOSITORY)).isZero();

    assertThat(terminal.run("models", "rm", HubServer.REPOSITORY)).isZero();
    assertThat(terminal.out().getFirst()).matches(".*: [1-9]\\d* (MiB|GiB) freed");
    assertThat(snapshot).doesNotExist();
    assertThat(terminal.run("models", "rm", HubServer.REPOSITORY))
        .isEqualTo(ExitCode.FAILED.status());
  }

  @Test
  void aFolderIsImportedByLinkOrCopy() {
    Path tiny = folder.resolve("tiny");
    assertThat(terminal.run("models", "import", tiny, "--as", "wan2.1-t2v-1.3b")).isZero();
    Path linked = Path.of(terminal.out().getFirst());
    assertThat(linked.toString()).contains("models--Wan-AI--Wan2.1-T2V-1.3B-Diffusers");
    assertThat(linked.resolve("model_index.json"))
        .hasSameBinaryContentAs(tiny.resolve("model_index.json"));
    assertThat(terminal.run("models", "list")).isZero();
    assertThat(terminal.out())
        .anyMatch(line -> line.startsWith("wan2.1-t2v-1.3b ") && line.contains("MiB"));
    assertThat(terminal.run("models", "verify", "wan2.1-t2v-1.3b")).isZero();

    assertThat(terminal.run("models", "import", tiny, "--copy")).isZero();
    assertThat(Path.of(terminal.out().getFirst()).toString()).contains("models--local--tiny");
    assertThat(terminal.run("models", "rm", "wan2.1-t2v-1.3b")).isZero();
    assertThat(tiny.resolve("model_index.json")).as("the original stays").exists();
  }

  @Test
  void aFolderOfTheWanRepositoriesAndSingleFilesAreImported() {
    Path hub = TinyCheckpoint.of("tiny-t2v", 1).write(folder.resolve("words"));
    Path wan = TinyOriginal.write(hub, folder.resolve("wan"));
    assertThat(terminal.run("models", "import", wan)).isZero();
    Path imported = Path.of(terminal.out().getFirst());
    assertThat(imported.toString()).contains("models--local--wan");
    assertThat(imported.resolve("transformer/config.json")).exists();
    assertThat(imported.resolve("vae/Wan2.1_VAE.safetensors"))
        .hasSameBinaryContentAs(wan.resolve("Wan2.1_VAE.safetensors"));

    assertThat(
            terminal.run(
                "models",
                "import",
                wan.resolve("diffusion_pytorch_model.safetensors"),
                wan.resolve("models_t5_umt5-xxl-enc-bf16.safetensors"),
                wan.resolve("Wan2.1_VAE.safetensors"),
                wan.resolve("config.json"),
                wan.resolve("google/umt5-xxl/spiece.model")))
        .isZero();
    assertThat(Path.of(terminal.out().getFirst()).resolve("tokenizer/spiece.model")).exists();
    assertThat(terminal.run("models", "import", wan.resolve("Wan2.1_VAE.safetensors")))
        .isEqualTo(ExitCode.FAILED.status());
    assertThat(terminal.err().getFirst()).contains("holds 0 transformers");
  }

  @Test
  void tinyCheckpointsAreWrittenForWhoeverWantsToTry() throws IOException {
    Path one = folder.resolve("one");
    assertThat(terminal.run("models", "tiny", "tiny-ti2v", one)).isZero();
    assertThat(terminal.out()).containsExactly(one.toString());
    assertThat(terminal.run("models", "import", one)).as("it is whole").isZero();
    assertThat(terminal.run("models", "tiny", "tiny-ti2v", folder.resolve("again"))).isZero();
    String weights = "transformer/diffusion_pytorch_model.safetensors";
    assertThat(folder.resolve("again").resolve(weights))
        .hasSameBinaryContentAs(one.resolve(weights));

    Path all = folder.resolve("all");
    assertThat(terminal.run("models", "tiny", all, "--seed", 2)).isZero();
    assertThat(terminal.out())
        .containsExactlyElementsOf(
            TinyCheckpoint.kinds().stream().map(kind -> all.resolve(kind).toString()).toList())
        .allSatisfy(made -> assertThat(Path.of(made, "model_index.json")).exists());
    assertThat(Files.mismatch(all.resolve("tiny-ti2v").resolve(weights), one.resolve(weights)))
        .as("another seed, other weights")
        .isNotEqualTo(-1);

    assertThat(terminal.run("models", "tiny", "tiny-ti2v", one))
        .isEqualTo(ExitCode.CANNOT_CREATE.status());
    assertThat(terminal.err().getFirst()).contains(one + " is not empty");
    assertThat(terminal.run("models", "tiny", "tiny-x", folder.resolve("x")))
        .isEqualTo(ExitCode.USAGE.status());
    assertThat(terminal.err().getFirst()).contains("tiny-x", "tiny-t2v, tiny-i2v");
    assertThat(terminal.run("models", "tiny", "tiny-t2v")).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void whatIsNotWholeIsNotImported() throws IOException {
    Files.delete(folder.resolve("tiny/vae/config.json"));
    assertThat(terminal.run("models", "import", folder.resolve("tiny")))
        .isEqualTo(ExitCode.FAILED.status());
    assertThat(terminal.err().getFirst()).contains("lacks [vae/config.json]");
  }

  @Test
  void aRepositoryThatIsNotThereIsExplained() {
    assertThat(terminal.run("models", "pull", "nobody/nothing"))
        .isEqualTo(ExitCode.FAILED.status());
    assertThat(terminal.err().getFirst()).contains("nobody/nothing does not exist", "HF_TOKEN");
    assertThat(terminal.run("models", "verify", "wan9")).isEqualTo(ExitCode.USAGE.status());
  }

  /** The one file speaks of the models of the other. */
  @Test
  void everyModelOfTheApiHasCheckpoints() {
    CheckpointCatalogue checkpoints = CheckpointCatalogue.load();
    assertThat(checkpoints.models())
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.load().all().stream().map(ModelCard::name).toList());
    for (String model : checkpoints.models()) {
      assertThat(checkpoints.tasks(model))
          .as(model)
          .isNotEmpty()
          .allSatisfy(task -> assertThat(checkpoints.preferred(model, task)).isNotEmpty());
    }
  }
}
