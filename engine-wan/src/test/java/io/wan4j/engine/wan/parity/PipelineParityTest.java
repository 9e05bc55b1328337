package io.wan4j.engine.wan.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.pipeline.Denoising;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.pipeline.ImageToVideo;
import io.wan4j.engine.wan.pipeline.Prompts;
import io.wan4j.engine.wan.pipeline.TextAndImageToVideo;
import io.wan4j.engine.wan.pipeline.TextToVideo;
import io.wan4j.engine.wan.pipeline.VaceVideo;
import io.wan4j.engine.wan.sampler.EulerSampler;
import io.wan4j.engine.wan.sampler.Sampler;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.SigmaSchedule.Rule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.engine.wan.text.PromptCleaning;
import io.wan4j.torch.DType;
import io.wan4j.torch.Functions;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whole checkpoints, from prompt and pictures to frames. */
@ExtendWith(LibtorchRequired.class)
class PipelineParityTest {
  private static final double LATENTS = 3e-4;
  private static final double VIDEO = 5e-4;
  private static final double LATENTS_BF16 = 3e-2;
  private static final double VIDEO_BF16 = 1e-2;
  private static final ParityTable TABLE = new ParityTable("pipelines");

  @AfterAll
  static void print() {
    TABLE.print();
  }

  @TestFactory
  Stream<DynamicTest> checkpoints() {
    return Fixtures.folders("pipelines").stream()
        .flatMap(
            folder ->
                Stream.of(DType.FLOAT32, DType.BFLOAT16)
                    .flatMap(
                        type ->
                            Stream.of(false, true)
                                .map(
                                    paired ->
                                        DynamicTest.dynamicTest(
                                            folder.getFileName() + " " + type + how(paired),
                                            () -> new Run(folder, type, paired).all()))));
  }

  private static String how(boolean paired) {
    return paired ? ", both prompts in one pass" : "";
  }

  /** Runs one pipeline of whatever kind to latents, and decodes. */
  private interface Pipeline extends AutoCloseable {
    Tensor latents(Call call, Denoising denoising);

    void frames(Tensor latents, Consumer<Tensor> chunks);

    @Override
    void close();
  }

  /** One entry of io.json with its tensors. */
  private record Call(Path folder, String name, JsonNode json, Weights tensors) {
    Prompts prompts() {
      // The references ran without ftfy.
      return new Prompts(
          json.get("prompt").asText(),
          json.path("negative_prompt").asText(""),
          PromptCleaning.PLAIN);
    }

    FilmSize size() {
      return new FilmSize(
          json.get("width").intValue(),
          json.get("height").intValue(),
          json.get("num_frames").intValue());
    }

    Tensor noise() {
      return tensors.get(name + ".in.latents");
    }

    List<RgbImage> images() {
      List<RgbImage> images = new ArrayList<>();
      for (String key : List.of("image", "last_image")) {
        if (json.hasNonNull(key)) {
          images.add(Pictures.read(folder.resolve(json.get(key).asText())));
        }
      }
      return images;
    }
  }

  private static final class Run {
    private final Path folder;
    private final DType type;
    private final boolean paired;
    private final Checkpoint checkpoint;
    private final Weights tensors;

    Run(Path folder, DType type, boolean paired) {
      this.folder = folder;
      this.type = type;
      this.paired = paired;
      this.checkpoint = Checkpoint.open(folder);
      this.tensors = Weights.file(folder.resolve("io.safetensors"));
    }

    void all() {
      Fixtures.json(folder.resolve("io.json"))
          .get("calls")
          .properties()
          .forEach(entry -> one(new Call(folder, entry.getKey(), entry.getValue(), tensors)));
    }

    private void one(Call call) {
      String title = folder.getFileName() + " " + call.name() + " " + type + how(paired);
      boolean coarse = type == DType.BFLOAT16;
      JsonNode json = call.json();
      double guidance = json.get("guidance_scale").doubleValue();
      List<String> models = new ArrayList<>();
      double[] worst = new double[1];
      Denoising denoising =
          new Denoising(
              sampler(json),
              guidance,
              json.path("guidance_scale_2").asDouble(guidance),
              StepCaching.none(),
              paired,
              (step, steps, high, latents) -> {
                for (int pass = 0; pass < (guidance > 1 ? 2 : 1); pass++) {
                  models.add(high ? "transformer" : "transformer_2");
                }
                Tensor expected = tensors.get(call.name() + ".step_latents").select(0, step);
                worst[0] = Math.max(worst[0], Fixtures.error(latents, expected));
              });
      try (Scope scope = Scope.open();
          Pipeline pipeline = pipeline(call)) {
        Tensor latents = pipeline.latents(call, denoising);
        TABLE.check(title + " latents", worst[0], coarse ? LATENTS_BF16 : LATENTS);
        List<String> expected = new ArrayList<>();
        json.get("models").forEach(model -> expected.add(model.asText()));
        assertThat(models).as("%s, models", title).isEqualTo(expected);
        if (tensors.has(call.name() + ".video")) {
          List<Tensor> chunks = new ArrayList<>();
          pipeline.frames(latents, chunk -> chunks.add(scope.adopt(chunk.copy())));
          Tensor video =
              Functions.cat(2, chunks).times(0.5).plus(0.5).clamp(0, 1).permute(0, 2, 1, 3, 4);
          Tensor wanted = tensors.get(call.name() + ".video");
          if (coarse) {
            // Random decoders amplify what is left in the latents many times, so single pixels say
            // little; the whole picture must agree.
            TABLE.check(title + " video, mean", Fixtures.meanError(video, wanted), VIDEO_BF16);
            TABLE.note(title + " video, worst pixel", Fixtures.error(video, wanted));
          } else {
            TABLE.check(title + " video", video, wanted, VIDEO);
          }
        }
      }
    }

    private Supplier<Sampler> sampler(JsonNode json) {
      int steps = json.get("num_inference_steps").intValue();
      String kind = json.path("scheduler").asText(checkpoint.schedulerKind());
      double shift = json.path("shift").asDouble(checkpoint.shift());
      return switch (kind) {
        case "UniPCMultistepScheduler" ->
            () -> new UniPcSampler(SigmaSchedule.of(Rule.UNIPC_DIFFUSERS, steps, shift));
        case "FlowMatchEulerDiscreteScheduler" ->
            () -> new EulerSampler(SigmaSchedule.of(Rule.EULER_DIFFUSERS, steps, shift));
        default -> throw new AssertionError("a scheduler that is not known: " + kind);
      };
    }

    private Pipeline pipeline(Call call) {
      return switch (checkpoint.kind()) {
        case "WanPipeline" ->
            call.images().isEmpty()
                ? text(TextToVideo.load(checkpoint, type, Fixtures.device()))
                : textAndImage(TextAndImageToVideo.load(checkpoint, type, Fixtures.device()));
        case "WanImageToVideoPipeline" ->
            image(ImageToVideo.load(checkpoint, type, Fixtures.device()));
        case "WanVACEPipeline" -> vace(VaceVideo.load(checkpoint, type, Fixtures.device()));
        default -> throw new AssertionError("a pipeline that is not known: " + checkpoint.kind());
      };
    }
  }

  private static Pipeline text(TextToVideo video) {
    return new Pipeline() {
      @Override
      public Tensor latents(Call call, Denoising denoising) {
        return video.latents(call.prompts(), call.noise(), denoising);
      }

      @Override
      public void frames(Tensor latents, Consumer<Tensor> chunks) {
        video.frames(latents, chunks);
      }

      @Override
      public void close() {
        video.close();
      }
    };
  }

  private static Pipeline textAndImage(TextAndImageToVideo video) {
    return new Pipeline() {
      @Override
      public Tensor latents(Call call, Denoising denoising) {
        return video.latents(
            call.prompts(), call.images().getFirst(), call.size(), call.noise(), denoising);
      }

      @Override
      public void frames(Tensor latents, Consumer<Tensor> chunks) {
        video.frames(latents, chunks);
      }

      @Override
      public void close() {
        video.close();
      }
    };
  }

  private static Pipeline image(ImageToVideo video) {
    return new Pipeline() {
      @Override
      public Tensor latents(Call call, Denoising denoising) {
        return video.latents(call.prompts(), call.images(), call.size(), call.noise(), denoising);
      }

      @Override
      public void frames(Tensor latents, Consumer<Tensor> chunks) {
        video.frames(latents, chunks);
      }

      @Override
      public void close() {
        video.close();
      }
    };
  }

  private static Pipeline vace(VaceVideo video) {
    return new Pipeline() {
      @Override
      public Tensor latents(Call call, Denoising denoising) {
        return video.latents(
            call.prompts(),
            VaceInputs.of(call.folder(), call.name(), call.size()),
            call.json().get("conditioning_scale").doubleValue(),
            call.noise(),
            denoising);
      }

      @Override
      public void frames(Tensor latents, Consumer<Tensor> chunks) {
        video.frames(latents, chunks);
      }

      @Override
      public void close() {
        video.close();
      }
    };
  }
}
