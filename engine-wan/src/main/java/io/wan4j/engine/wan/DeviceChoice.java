package io.wan4j.engine.wan;

import io.wan4j.engine.EngineException;
import io.wan4j.torch.Device;
import io.wan4j.torch.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which devices shall film, as the machine's owner says it.
 *
 * @param word {@code auto} for every graphics card, or the processor where there is none; {@code
 *     cpu}; {@code cuda} for every graphics card; {@code cuda:1}, or several such with commas
 */
public record DeviceChoice(String word) {
  public static final DeviceChoice AUTO = new DeviceChoice("auto");

  private static final String EVERY_CARD = "cuda";

  /**
   * @throws IllegalArgumentException where the word is none of these
   */
  public DeviceChoice {
    for (String part : word.split(",", -1)) {
      boolean known = part.matches("auto|cpu|cuda|cuda:\\d{1,3}");
      if (!known || part.equals("auto") && !word.equals(part)) {
        throw new IllegalArgumentException(
            "a device is auto, cpu, cuda or cuda:N, or several with commas, not " + word);
      }
    }
  }

  /**
   * The devices meant, each once.
   *
   * @throws EngineException when one is not there, with those that are
   */
  public List<Device> on(Torch torch) {
    return among(
        torch.devices(),
        "libtorch " + torch.version() + ", " + torch.origin(),
        torch.cudaRefusal());
  }

  /**
   * @param there the processor first, then the cards
   * @param library for messages
   * @param refusal why the library's half for graphics cards is not in use
   */
  List<Device> among(List<Device> there, String library, Optional<String> refusal) {
    List<Device> cards = there.stream().filter(device -> !device.isCpu()).toList();
    if (equals(AUTO)) {
      return cards.isEmpty() ? List.of(Device.CPU) : cards;
    }
    List<Device> wanted = new ArrayList<>();
    for (String part : word.split(",")) {
      List<Device> meant = part.equals(EVERY_CARD) ? cards : List.of(Device.parse(part));
      if (meant.isEmpty() || !there.containsAll(meant)) {
        throw missing(part, there, library, refusal);
      }
      meant.stream().filter(device -> !wanted.contains(device)).forEach(wanted::add);
    }
    return wanted;
  }

  private static EngineException missing(
      String part, List<Device> there, String library, Optional<String> refusal) {
    String known = there.stream().map(Device::toString).collect(Collectors.joining(", "));
    String advice =
        there.size() > 1
            ? ""
            : "; graphics cards need an NVIDIA driver and PyTorch for CUDA: set WAN4J_PYTHON to a"
                + " Python that has it, or WAN4J_LIBTORCH to its folder torch/lib";
    return new EngineException(
        Stream.of(
                "there is no device %s; there is: %s (%s)".formatted(part, known, library),
                refusal.map(reason -> "; its half for graphics cards: " + reason).orElse(""),
                advice)
            .collect(Collectors.joining()));
  }

  @Override
  public String toString() {
    return word;
  }
}
