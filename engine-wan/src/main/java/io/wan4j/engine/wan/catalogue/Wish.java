package io.wan4j.engine.wan.catalogue;

import io.wan4j.torch.Device;
import java.util.Optional;

/**
 * A film that somebody wants, as far as it decides the checkpoint.
 *
 * @param apiModel the model of the API, where it is known; it turns the order of checkpoints
 * @param seconds length of the film
 * @param checkpoint name of the only checkpoint to take
 */
public record Wish(
    Optional<String> apiModel,
    Task task,
    int width,
    int height,
    double seconds,
    Optional<String> checkpoint) {

  public static Wish of(Task task, int width, int height, double seconds) {
    return new Wish(Optional.empty(), task, width, height, seconds, Optional.empty());
  }

  public Wish forModel(String model) {
    return new Wish(Optional.of(model), task, width, height, seconds, checkpoint);
  }

  public Wish withCheckpoint(String name) {
    return new Wish(apiModel, task, width, height, seconds, Optional.of(name));
  }

  /** Such as "text, 1280x720, 5.0 s, on cuda:0". */
  String on(Device device) {
    return "%s, %dx%d, %.1f s, on %s".formatted(task, width, height, seconds, device);
  }
}
