package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.LibtorchRequired;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed between denoising and decoding loses no step. */
@ExtendWith(LibtorchRequired.class)
class ResumeTest {
  @TempDir Path folder;

  /** The process that is killed: it denoises, and halts when it is about to decode. */
  static final class Victim {
    public static void main(String[] arguments) throws InterruptedException {
      Progress progress =
          new Progress() {
            @Override
            public void at(String stage, double fraction) {
              if (stage.equals("decode")) {
                System.out.println("decoding");
                System.out.flush();
                waitForever();
              }
            }

            @Override
            public boolean cancelled() {
              return false;
            }
          };
      try (WanEngine engine = Films.engine(Path.of(arguments[0]), "tiny-t2v");
          Take take = engine.render(brief(), progress)) {
        Films.all(take);
      }
    }

    private static void waitForever() {
      try {
        new java.util.concurrent.CountDownLatch(1).await(); // until this process is killed
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Brief brief() {
    return Films.brief(new Material.Words(), "a boat on the sea", 12);
  }

  @Test
  void aKilledFilmIsTakenUpAtDecoding() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = process.inputReader()) {
      assertThat(lines.lines().anyMatch("decoding"::equals)).as("the process denoised").isTrue();
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(kept()).as("latents of the killed process").isNotEmpty();

    Queue<String> stages = new ConcurrentLinkedQueue<>();
    List<PixelImage> resumed;
    List<PixelImage> fresh;
    try (WanEngine engine = Films.engine(folder, "tiny-t2v")) {
      resumed = film(engine, stages);
      assertThat(stages).contains("decode").doesNotContain("denoise", "text");
      engine.forget(brief());
      assertThat(kept()).as("latents after the film is stored").isEmpty();
      stages.clear();
      fresh = film(engine, stages);
      assertThat(stages).contains("denoise");
    }
    assertThat(resumed).hasSize(fresh.size());
    for (int i = 0; i < fresh.size(); i++) {
      assertThat(resumed.get(i).argb()).as("frame %d", i).isEqualTo(fresh.get(i).argb());
    }
  }

  private static List<PixelImage> film(WanEngine engine, Queue<String> stages) {
    Progress progress =
        new Progress() {
          @Override
          public void at(String stage, double fraction) {
            stages.add(stage);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    try (Take take = engine.render(brief(), progress)) {
      return Films.all(take);
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("work/latents"))) {
      return files.filter(file -> file.toString().endsWith(".safetensors")).toList();
    }
  }
}
