package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FfmpegTest {
  @Test
  void tellsWhatItIs() {
    assertThat(Ffmpeg.version()).startsWith("8.");
    assertThat(Ffmpeg.licence()).contains("GPL version");
    assertThat(Ffmpeg.filmEncoder()).matches("libopenh264|libx264|OpenH264 2[.][1-6]");
  }

  /** In a JVM of its own, whose class path lacks the jars with the native libraries. */
  @Test
  void saysWhatToDoWithoutNatives() throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*(linux|macosx|windows)-[a-z0-9_]+(-gpl)?\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                Loading.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output)
        .contains("first: FFmpeg's native libraries cannot be loaded on")
        .contains("second: FFmpeg's native libraries cannot be loaded on")
        .contains("org.bytedeco:ffmpeg");
  }

  /** What the other JVM runs; a second attempt fails differently inside and must read the same. */
  static final class Loading {
    public static void main(String[] arguments) {
      for (String attempt : new String[] {"first", "second"}) {
        try {
          Ffmpeg.load();
        } catch (MissingNativesException e) {
          System.out.println(attempt + ": " + e.getMessage());
        }
      }
    }
  }
}
