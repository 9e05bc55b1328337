package io.wan4j.engine.wan.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.vae.TiledVae;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Functions;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every folder of the fixtures whose name begins with vae. */
@ExtendWith(LibtorchRequired.class)
class VaeParityTest {
  private static final double ENCODE = 2e-5;
  private static final double DECODE = 1e-4;
  private static final ParityTable TABLE = new ParityTable("vae");

  @AfterAll
  static void print() {
    TABLE.print();
  }

  @TestFactory
  Stream<DynamicTest> autoencoders() throws IOException {
    try (Stream<Path> folders = Files.list(Fixtures.folder())) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("vae"))
          .sorted()
          .toList()
          .stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)));
    }
  }

  private static void run(Path folder) {
    Weights cases = Weights.file(folder.resolve("cases.safetensors"));
    String title = folder.getFileName() + " ";
    try (Scope _ = Scope.open();
        WanVae vae =
            WanVae.load(
                Config.read(folder.resolve("config.json")),
                TensorSource.of(
                    Weights.file(folder.resolve("diffusion_pytorch_model.safetensors"))),
                DType.FLOAT32,
                Fixtures.device())) {
      for (String name : Fixtures.cases(cases, "encode")) {
        Tensor mode = vae.encode(cases.get(name + ".video"));
        TABLE.check(title + name, mode, cases.get(name + ".latent_mode"), ENCODE);
        TABLE.check(
            title + name + " normalized",
            vae.normalize(mode),
            cases.get(name + ".latent_normalized"),
            ENCODE);
        TABLE.check(
            title + name + " back",
            vae.denormalize(vae.normalize(mode)),
            cases.get(name + ".latent_mode"),
            ENCODE);
      }
      for (String name : Fixtures.cases(cases, "decode")) {
        decode(title + name, vae, cases.get(name + ".latent"), cases.get(name + ".video"));
      }
      tiled(title, folder, vae, cases);
    }
  }

  /** In one piece, and chunk by chunk. */
  private static void decode(String title, WanVae vae, Tensor latents, Tensor expected) {
    TABLE.check(title, vae.decode(latents), expected, DECODE);
    try (Scope scope = Scope.open()) {
      List<Tensor> chunks = new ArrayList<>();
      vae.decode(latents, chunk -> chunks.add(scope.adopt(chunk.copy())));
      TABLE.check(title + " streamed", Functions.cat(2, chunks), expected, DECODE);
    }
  }

  /** A fixture may keep its tiles in cases.json; the tensors' own remark is the older place. */
  private static void tiled(String title, Path folder, WanVae vae, Weights cases) {
    JsonNode json = Fixtures.json(folder.resolve("cases.json"));
    TiledVae.Tiles tiles =
        new TiledVae.Tiles(
            json.get("tile_sample_min_height").intValue(),
            json.get("tile_sample_stride_height").intValue());
    TiledVae tiled = new TiledVae(vae, tiles);
    TABLE.check(
        title + "tiled_encode",
        tiled.encode(cases.get("tiled_encode.video")),
        cases.get("tiled_encode.latent_mode"),
        ENCODE);
    TABLE.check(
        title + "tiled_decode",
        tiled.decode(cases.get("tiled_decode.latent")),
        cases.get("tiled_decode.video"),
        DECODE);
  }
}
