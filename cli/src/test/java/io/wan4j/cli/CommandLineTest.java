package io.wan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.previz.sheet.StoryboardSheet;
import io.wan4j.media.Ffmpeg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say and with which status they end, without a film. */
class CommandLineTest {
  @TempDir Path folder;
  private final Terminal terminal = new Terminal(Map.of());

  @Test
  void saysItsVersion() {
    assertThat(terminal.run("--version")).isZero();
    assertThat(terminal.out().getFirst()).matches("wan4j \\d+\\.\\d+.*");
  }

  @Test
  void explainsItselfWhenGivenNothing() {
    assertThat(terminal.run()).isEqualTo(ExitCode.USAGE.status());
    assertThat(String.join("\n", terminal.err())).contains("generate", "serve", "task", "keys");
  }

  @Test
  void explainsAWrongWord() {
    assertThat(terminal.run("generate", "--no-such-option")).isEqualTo(ExitCode.USAGE.status());
    assertThat(terminal.err().getFirst()).startsWith("wan4j: ").contains("--no-such-option");
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : List.of("keys create", "task get", "models tiny", "bench wan", "serve")) {
      List<Object> words = new ArrayList<>(List.of(command.split(" ")));
      words.add("--help");
      assertThat(terminal.run(words.toArray())).as(command).isZero();
      assertThat(terminal.out().getFirst()).startsWith("Usage: wan4j " + command);
    }
  }

  @Test
  void keysAreMadeListedAndRevoked() {
    assertThat(terminal.run("keys", "create", "--data", folder, "--label", "ci")).isZero();
    assertThat(terminal.out()).hasSize(1).first().asString().matches("sk-[0-9a-f]{48}");
    String secret = terminal.out().getFirst();

    assertThat(terminal.run("keys", "list", "--data", folder)).isZero();
    assertThat(terminal.out()).hasSize(1).first().asString().contains("ci").doesNotContain(secret);
    String id = terminal.out().getFirst().split(" ")[0];

    assertThat(terminal.run("keys", "revoke", "--data", folder, id)).isZero();
    assertThat(terminal.run("keys", "revoke", "--data", folder, id))
        .isEqualTo(ExitCode.FAILED.status());
    assertThat(terminal.run("keys", "list", "--data", folder)).isZero();
    assertThat(terminal.out().getFirst()).endsWith("revoked");
  }

  @Test
  void doctorTriesWhatMustWork() {
    assertThat(terminal.run("doctor", "--data", folder)).isZero();
    assertThat(String.join("\n", terminal.out()))
        .contains(
            "h264 320x192 written by " + Ffmpeg.filmEncoder(),
            "and read again",
            "wan2.7-t2v",
            "1080P 720P")
        .containsPattern("wan2.7-t2v +text +wan2")
        .containsPattern("cpu +one large (bf16|f32) product \\d+ GFLOP/s, [0-9.]+ GiB of")
        .doesNotContain("BROKEN");
  }

  @Test
  void doctorSaysWhereWeightsHaveEightBits() {
    List<Object> command =
        List.of("doctor", "--data", folder, "--device", "cpu", "--dtype", "bf16", "--memory");
    assertThat(terminal.run(with(command, "24G"))).isZero();
    assertThat(String.join("\n", terminal.out()))
        .containsPattern("wan2.*GiB.* about")
        .doesNotContain("fp8");
    assertThat(terminal.run(with(command, "24G", "--weights", "fp8"))).isZero();
    assertThat(String.join("\n", terminal.out())).containsPattern("wan2.*GiB, fp8 +about");
    assertThat(terminal.run(with(command, "24G", "--weights", "int4")))
        .isEqualTo(ExitCode.USAGE.status());
    assertThat(terminal.err()).last().asString().contains("bf16, fp8 or auto, not int4");
  }

  @Test
  void unknownModelIsNamed() {
    assertThat(terminal.run("generate", "--data", folder, "--model", "wan9", "--prompt", "x"))
        .isEqualTo(ExitCode.USAGE.status());
    assertThat(terminal.err()).hasSize(1).first().asString().contains("wan9");
  }

  @Test
  void inputThatTheModelCannotTakeIsNamed() {
    assertThat(
            terminal.run(
                "generate", "--data", folder, "--model", "wan2.2-t2v-plus", "--clip", "x.mp4"))
        .isEqualTo(ExitCode.USAGE.status());
    assertThat(terminal.err()).hasSize(1).first().asString().contains("--clip", "wan2.2-t2v-plus");
  }

  @Test
  void deviceThatIsNotThereIsNamedWithThoseThatAre() {
    List<Object> command =
        List.of("generate", "--data", folder, "--engine", "wan", "--checkpoint", "tiny-t2v");
    assertThat(terminal.run(with(command, "--prompt", "x", "--device", "cuda:99")))
        .isEqualTo(ExitCode.UNAVAILABLE.status());
    assertThat(terminal.err()).last().asString().contains("no device cuda:99; there is: cpu");
    assertThat(terminal.run(with(command, "--prompt", "x", "--device", "gpu")))
        .isEqualTo(ExitCode.USAGE.status());
    assertThat(terminal.err()).last().asString().contains("auto, cpu, cuda or cuda:N");
  }

  @Test
  void checkpointsThatAreNotThereAreNamed() {
    Terminal here = new Terminal(Map.of("HF_HOME", folder.resolve("hub").toString()));
    List<Object> command =
        List.of("generate", "--data", folder, "--engine", "wan", "--prompt", "x");
    assertThat(here.run(command.toArray())).isEqualTo(ExitCode.USAGE.status());
    assertThat(here.err()).last().asString().contains("none is installed", "wan4j models pull");
    assertThat(here.run(with(command, "--checkpoint", "wan2.1-t2v-1.3b")))
        .isEqualTo(ExitCode.NO_INPUT.status());
    assertThat(here.err()).last().asString().contains("wan2.1-t2v-1.3b is not installed");
    assertThat(here.run(with(command, "--memory", "much"))).isEqualTo(ExitCode.USAGE.status());
    assertThat(here.err()).last().asString().contains("--memory is like 12G or 800M, not much");
  }

  private static Object[] with(List<Object> words, Object... more) {
    return Stream.concat(words.stream(), Stream.of(more)).toArray();
  }

  @Test
  void missingFileIsNamed() {
    assertThat(terminal.run("generate", "--data", folder, "--first-frame", "nowhere.png"))
        .isEqualTo(ExitCode.NO_INPUT.status());
    assertThat(terminal.err()).hasSize(1).first().asString().contains("nowhere.png");
  }

  @Test
  void serverThatIsNotThereIsNamed() {
    assertThat(
            terminal.run(
                "task", "get", "--base-url", "http://127.0.0.1:9/api/v1", "--key", "sk-x", "id"))
        .isEqualTo(ExitCode.UNAVAILABLE.status());
    assertThat(terminal.err()).hasSize(1).first().asString().contains("127.0.0.1:9");
  }

  @Test
  void missingKeyIsNamed() {
    assertThat(terminal.run("task", "list", "--base-url", "http://127.0.0.1:9/api/v1"))
        .isEqualTo(ExitCode.NO_PERMISSION.status());
    assertThat(terminal.err().getFirst()).contains("--key", "DASHSCOPE_API_KEY");
  }

  /** U+0378 belongs to no script, so no font has it. */
  @Test
  void aSheetThatCannotBeLetteredSaysSo(@TempDir Path folder) {
    Path sheet = folder.resolve("sheet.png");
    assertThat(terminal.run("storyboard", "A cat \u0378", "--sheet", sheet)).isZero();
    assertThat(terminal.out()).last().asString().contains("No font", "fonts-noto-cjk");
    assertThat(StoryboardSheet.canLetter("A cat")).isTrue();
  }
}
