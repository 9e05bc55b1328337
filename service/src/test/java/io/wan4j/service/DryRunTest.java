package io.wan4j.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.service.task.TaskQuery;
import org.junit.jupiter.api.Test;

class DryRunTest extends ServiceFixture {
  @Test
  void tellsSizePriceAndTimeWithoutATask() {
    DryRun.Possible possible = (DryRun.Possible) service.dryRun(Requests.sounding("a cat"));

    assertThat(possible.size()).hasToString("1280*720");
    assertThat(possible.sizeFollowsInput()).isFalse();
    assertThat(possible.outputSeconds()).isEqualTo(2);
    assertThat(possible.prompt()).isEqualTo("a cat");
    assertThat(possible.atMost().total()).isEqualByComparingTo("1.2");
    assertThat(possible.expectedSeconds()).isEqualTo(0.25);
    assertThat(service.tasks().list(ANN, TaskQuery.lastDay(clock.instant())).total()).isZero();
    assertThat(engine.briefs()).isEmpty();
  }

  @Test
  void tellsTheShotsThatWereUnderstood() {
    DryRun.Possible possible =
        (DryRun.Possible)
            service.dryRun(
                Requests.of(
                    "wan2.7-t2v",
                    "Shot 1 [0-2 s]: a cat on a beach, the camera pans left."
                        + " Shot 2 [2-5 s]: close-up of a dog in a forest.",
                    "\"duration\":5,\"prompt_extend\":false"));

    assertThat(possible.shots()).hasSize(2);
    assertThat(possible.shots().get(0).until()).isEqualTo(2);
    assertThat(possible.shots().get(0).summary()).contains("beach", "cat", "camera pan left");
    assertThat(possible.shots().get(1).summary()).contains("close up", "forest", "dog");
  }

  @Test
  void doesNotFetchFiles() {
    DryRun.Possible possible =
        (DryRun.Possible)
            service.dryRun(
                SynthesisRequest.parse(
                    "{\"model\":\"wan2.7-i2v\",\"input\":{\"media\":[{\"type\":\"first_frame\","
                        + "\"url\":\"http://127.0.0.1:1/none.png\"}]},\"parameters\":{}}"));

    assertThat(possible.sizeFollowsInput()).isTrue();
    assertThat(possible.expectedSeconds()).isPositive();
  }

  @Test
  void saysWhatWouldFail() {
    assertThat(service.dryRun(Requests.of("wan2.7-t2v", "x", "\"duration\":99")))
        .isInstanceOfSatisfying(
            DryRun.Refused.class,
            refused ->
                assertThat(refused.error().message())
                    .isEqualTo("Duration should be between 2 and 15"));
    assertThat(service.dryRun(Requests.sounding("huge")))
        .isInstanceOfSatisfying(
            DryRun.Refused.class,
            refused -> assertThat(refused.error().message()).contains("900 GB"));
  }
}
