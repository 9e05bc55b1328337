package io.wan4j.engine.wan.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wan4j.torch.Device;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Inputs and outputs of the reference implementations, in the folder that the system property
 * {@code wan4j.parity} names, or the copy among the test resources.
 */
public final class Fixtures {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Fixtures() {}

  public static Path folder() {
    String named = System.getProperty("wan4j.parity", "");
    if (!named.isBlank()) {
      return Path.of(named);
    }
    try {
      return Path.of(Fixtures.class.getResource("/parity").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the networks run: the system property {@code wan4j.device}, or the processor. */
  public static Device device() {
    return Device.parse(System.getProperty("wan4j.device", "cpu"));
  }

  public static Path folder(String name) {
    return folder().resolve(name);
  }

  /** Folders below one, by name. */
  public static List<Path> folders(String name) {
    try (Stream<Path> files = Files.list(folder(name))) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(Path file) {
    try {
      return MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands before the first dot of the tensors' names, such as {@code case0}. */
  public static List<String> cases(Weights weights, String prefix) {
    return weights.names().stream()
        .map(name -> name.substring(0, Math.max(0, name.indexOf('.'))))
        .filter(name -> name.startsWith(prefix))
        .distinct()
        .sorted()
        .toList();
  }

  /** {@code max|a − b| / max(1, max|b|)}: the error that the fixtures' README defines. */
  public static double error(Tensor actual, Tensor expected) {
    try (Scope _ = Scope.open()) {
      return error(actual.toFloats(), expected.toFloats());
    }
  }

  public static double error(float[] actual, float[] expected) {
    if (actual.length != expected.length) {
      throw new AssertionError(actual.length + " values instead of " + expected.length);
    }
    double most = 1;
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      most = Math.max(most, Math.abs(expected[i]));
      double difference = Math.abs((double) actual[i] - expected[i]);
      worst = Double.isNaN(difference) ? Double.NaN : Math.max(worst, difference);
    }
    return worst / most;
  }

  /** {@code mean|a − b| / max(1, max|b|)}. */
  public static double meanError(Tensor actual, Tensor expected) {
    float[] a = actual.toFloats();
    float[] b = expected.toFloats();
    double most = 1;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(b[i]));
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length / most;
  }
}
