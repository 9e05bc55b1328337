package io.wan4j.browser;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.VideoService;
import io.wan4j.service.key.Caller;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * An account that has films to show.
 *
 * @param key signs in to it
 * @param films ids of finished films, the first ordered first
 * @param failed the id of a task that failed
 */
record Reel(String key, List<String> films, String failed) {
  private static final String FAULTY =
      """
      {"model":"wan2.7-t2v","input":{"prompt":"An hour of rain."},"parameters":{"duration":99}}
      """;

  /** Has a film made of each order, and one order fail. */
  static Reel make(VideoService service, String key, List<String> orders) {
    Caller caller = service.keys().authenticate(key).orElseThrow();
    List<String> films = orders.stream().map(order -> submit(service, caller, order)).toList();
    String failing = submit(service, caller, FAULTY);
    films.forEach(id -> await(service, caller, id, TaskStatus.SUCCEEDED));
    await(service, caller, failing, TaskStatus.FAILED);
    return new Reel(key, films, failing);
  }

  /** A small short film from words. */
  static String small(String prompt) {
    return """
    {"model":"wan3.0-video","input":{"prompt":"%s"},
     "parameters":{"resolution":"480P","ratio":"16:9","duration":2}}
    """
        .formatted(prompt);
  }

  private static String submit(VideoService service, Caller caller, String order) {
    return service.tasks().submit(caller, SynthesisRequest.parse(order), "test").id();
  }

  private static void await(VideoService service, Caller caller, String id, TaskStatus status) {
    Awaitility.await()
        .atMost(StudioPage.FILM.multipliedBy(4))
        .until(() -> service.tasks().find(caller, id).orElseThrow().status() == status);
  }
}
