package io.wan4j.service;

import io.wan4j.protocol.SynthesisRequest;

/** Requests that tests submit. */
public final class Requests {
  private Requests() {}

  /** Five silent seconds at 480P; the model's limit is two running tasks. */
  public static SynthesisRequest silent(String prompt) {
    return of("wan2.2-t2v-plus", prompt, "\"size\":\"832*480\",\"prompt_extend\":false");
  }

  /** Two seconds at 720P with sound. */
  public static SynthesisRequest sounding(String prompt) {
    return of(
        "wan2.7-t2v",
        prompt,
        "\"resolution\":\"720P\",\"duration\":2,\"prompt_extend\":false,\"seed\":7");
  }

  public static SynthesisRequest of(String model, String prompt, String parameters) {
    return SynthesisRequest.parse(
        "{\"model\":\"%s\",\"input\":{\"prompt\":\"%s\"},\"parameters\":{%s}}"
            .formatted(model, prompt, parameters));
  }
}
