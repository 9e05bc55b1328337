package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesis;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisListResult;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisParam;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisResult;
import com.alibaba.dashscope.common.AsyncTaskInfo;
import com.alibaba.dashscope.common.Status;
import com.alibaba.dashscope.exception.ApiException;
import com.alibaba.dashscope.task.AsyncTaskListParam;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the Java SDK does besides ordering films, and its peculiarities (SDK notes, 1 to 7). */
@InStudio
class SdkQuirksTest {
  private final Studio studio;
  private final Props props;
  private final SdkClient sdk;

  SdkQuirksTest(Studio studio) {
    this.studio = studio;
    this.props = studio.props();
    this.sdk = new SdkClient(studio);
  }

  /** After one kf2v call the SDK's object sends everything to the image2video path. */
  @Test
  void anObjectThatStaysOnThePathOfItsFirstModelIsServed() throws Exception {
    VideoSynthesis synthesis = new VideoSynthesis();
    VideoSynthesisResult frameless =
        synthesis.asyncCall(
            sdk.order("wan2.2-kf2v-flash").prompt("Nothing to begin with.").build());
    VideoSynthesisResult words =
        synthesis.asyncCall(
            sdk.order("wan2.7-t2v")
                .prompt("A lighthouse in the fog.")
                .duration(2)
                .resolution("720P")
                .build());
    VideoSynthesisResult failed = synthesis.wait(frameless, studio.key());
    assertThat(failed.getOutput().getMessage()).isEqualTo("video frames must be set");
    assertThat(synthesis.wait(words, studio.key()).getOutput().getTaskStatus())
        .isEqualTo("SUCCEEDED");
  }

  /** The SDK always sends with_audio: false, which does not mute a model that always sounds. */
  @Test
  void withAudioFalseDoesNotMute() {
    VideoSynthesisResult result =
        sdk.call(
            sdk.order("wan2.7-t2v")
                .prompt("Rain falls on a tin roof.")
                .withAudio(false)
                .duration(2)
                .resolution("720P")
                .build());
    sdk.film(result).isHeard();
  }

  /** 2.6's flash model has a switch, and it works. */
  @Test
  void audioFalseMutesAModelWithASwitch() {
    Path frame = props.picture(92, 640, 640, "png");
    VideoSynthesisResult result =
        sdk.call(
            sdk.order("wan2.6-i2v-flash")
                .prompt("The camera pans right.")
                .imgUrl(props.url(frame))
                .audio(false)
                .duration(2)
                .resolution("720P")
                .build());
    sdk.film(result).is(960, 960, 2).hasSound(false);
  }

  /** Two files of one base name, with a space and CJK, in one order. */
  @Test
  void localFilesOfTheSameNameAreKeptApart() throws Exception {
    Path first = local(props.picture(93, 640, 640, "png"), "frame 首帧.png");
    Path last = local(props.picture(94, 640, 640, "png"), "frame 首帧.png");
    VideoSynthesisResult result =
        sdk.call(
            sdk.order("wan2.7-i2v")
                .media(
                    SdkClient.media(
                        "first_frame", first.toUri().toString(),
                        "last_frame", last.toUri().toString()))
                .duration(2)
                .resolution("720P")
                .build());
    sdk.film(result).is(960, 960, 2).beginsWith(first).endsWith(last);
  }

  private Path local(Path file, String name) throws Exception {
    return Files.copy(file, studio.scratch(name));
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws Exception {
    byte[] one = seeded(7);
    byte[] same = seeded(7);
    byte[] other = seeded(8);
    assertThat(same).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  private byte[] seeded(int seed) throws Exception {
    VideoSynthesisResult result =
        sdk.call(
            sdk.order("wan2.7-t2v")
                .prompt("A lantern swings in a doorway.")
                .duration(2)
                .resolution("720P")
                .ratio("1:1")
                .seed(seed)
                .build());
    return Files.readAllBytes(sdk.film(result).file());
  }

  @Test
  void fetchTellsTheTask() throws Exception {
    VideoSynthesis synthesis = new VideoSynthesis();
    VideoSynthesisResult task = synthesis.asyncCall(failing());
    VideoSynthesisResult failed = synthesis.wait(task, studio.key());
    VideoSynthesisResult fetched = synthesis.fetch(task.getOutput().getTaskId(), studio.key());
    assertThat(fetched.getOutput().getTaskStatus()).isEqualTo("FAILED");
    assertThat(fetched.getOutput().getCode()).isEqualTo("InvalidParameter");
    assertThat(fetched.getOutput().getMessage()).isEqualTo("Duration should be between 2 and 15");
    assertThat(fetched.getOutput().getSubmitTime()).isNotEmpty();
    assertThat(fetched.getOutput().getEndTime()).isEqualTo(failed.getOutput().getEndTime());
  }

  private VideoSynthesisParam failing() {
    return sdk.order("wan2.7-t2v").prompt("Too long.").duration(99).build();
  }

  @Test
  void anUnknownTaskIsUnknownAndEndsAWait() throws Exception {
    VideoSynthesisResult result =
        new VideoSynthesis().wait("00000000-0000-0000-0000-000000000000", studio.key());
    assertThat(result.getOutput().getTaskStatus()).isEqualTo("UNKNOWN");
  }

  @Test
  void refusalsReachTheCallerWithCodeMessageAndId() {
    assertStatus(
        refusal("no-such-model", studio.key()), 400, "InvalidParameter", "Model not exist.");
    assertStatus(
        refusal("wan2.7-t2v", "sk-wrong"), 401, "InvalidApiKey", "Invalid API-key provided.");
  }

  private static void assertStatus(Status status, int code, String word, String message) {
    assertThat(status.getStatusCode()).isEqualTo(code);
    assertThat(status.getCode()).isEqualTo(word);
    assertThat(status.getMessage()).isEqualTo(message);
    assertThat(status.getRequestId()).isNotEmpty();
    assertThat(status.isJson()).isTrue();
  }

  private static Status refusal(String model, String key) {
    ApiException thrown =
        catchThrowableOfType(
            ApiException.class,
            () ->
                new VideoSynthesis()
                    .asyncCall(
                        VideoSynthesisParam.builder()
                            .apiKey(key)
                            .model(model)
                            .prompt("A door.")
                            .build()));
    assertThat(thrown).isNotNull();
    Throwable inner = thrown;
    while (inner.getCause() instanceof ApiException cause) {
      inner = cause;
    }
    return ((ApiException) inner).getStatus();
  }

  @Test
  void aTaskThatIsNoLongerWaitingCannotBeCanceled() throws Exception {
    VideoSynthesis synthesis = new VideoSynthesis();
    VideoSynthesisResult task = synthesis.asyncCall(failing());
    synthesis.wait(task, studio.key());
    ApiException refused =
        catchThrowableOfType(ApiException.class, () -> synthesis.cancel(task, studio.key()));
    assertThat(refused.getMessage())
        .contains("UnsupportedOperation")
        .contains("Failed to cancel the task, please confirm if the task is in PENDING status.");
  }

  /** The SDK's cancel has no body, a content type and Content-Length 0. */
  @Test
  void aWaitingTaskIsCanceled() throws Exception {
    VideoSynthesis synthesis = new VideoSynthesis();
    // Enough work before it that the last one waits.
    List<VideoSynthesisResult> tasks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tasks.add(
          synthesis.asyncCall(sdk.order("wan2.2-t2v-plus").prompt("Fog.").size("832*480").build()));
    }
    VideoSynthesisResult last = tasks.removeLast();
    synthesis.cancel(last, studio.key());
    VideoSynthesisResult canceled = synthesis.wait(last, studio.key());
    assertThat(canceled.getOutput().getTaskStatus()).isEqualTo("CANCELED");
    RawClient own = new RawClient(studio.address() + "/wan4j/v1", studio.key());
    for (VideoSynthesisResult task : tasks) {
      own.post("/tasks/" + task.getOutput().getTaskId() + "/stop", "");
    }
  }

  @Test
  void listsFilterAndPage() throws Exception {
    String key = studio.newKey();
    VideoSynthesis synthesis = new VideoSynthesis();
    for (String model : new String[] {"wan2.7-t2v", "wan2.7-t2v", "wanx2.1-kf2v-plus"}) {
      VideoSynthesisParam order =
          VideoSynthesisParam.builder().apiKey(key).model(model).duration(99).prompt("x").build();
      synthesis.wait(new VideoSynthesis().asyncCall(order), key);
    }
    VideoSynthesisListResult all = synthesis.list(filter(key).build());
    assertThat(all.getTotal()).isEqualTo(3);
    assertThat(all.getTotalPage()).isEqualTo(1);
    assertThat(all.getPageNo()).isEqualTo(1);
    assertThat(all.getPageSize()).isEqualTo(10);
    assertThat(all.getRequestId()).isNotEmpty();
    AsyncTaskInfo newest = all.getData().getFirst();
    assertThat(newest.getModelName()).isEqualTo("wanx2.1-kf2v-plus");
    assertThat(newest.getStatus()).isEqualTo("FAILED");
    assertThat(newest.getUserApiUniqueKey())
        .isEqualTo("apikey:v1:aigc:image2video:video-synthesis:wanx2.1-kf2v-plus");
    assertThat(Instant.ofEpochMilli(newest.getGmtCreate()))
        .isBetween(Instant.now().minusSeconds(300), Instant.now());
    assertThat(newest.getEndTime()).isGreaterThanOrEqualTo(newest.getGmtCreate());

    assertThat(synthesis.list(filter(key).modelName("wan2.7-t2v").build()).getTotal()).isEqualTo(2);
    assertThat(synthesis.list(filter(key).status("SUCCEEDED").build()).getData()).isEmpty();
    VideoSynthesisListResult second = synthesis.list(filter(key).pageNo(2).pageSize(2).build());
    assertThat(second.getData()).hasSize(1);
    assertThat(second.getTotalPage()).isEqualTo(2);

    long now = System.currentTimeMillis();
    assertThat(
            synthesis
                .list(
                    filter(key)
                        .startTime(Long.toString(now - 600_000))
                        .endTime(Long.toString(now + 1000))
                        .build())
                .getTotal())
        .isEqualTo(3);
    DateTimeFormatter compact =
        DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.ofHours(8));
    Instant end = Instant.now().minusSeconds(3600);
    assertThat(synthesis.list(filter(key).endTime(compact.format(end)).build()).getData())
        .isEmpty();
  }

  private static AsyncTaskListParam.AsyncTaskListParamBuilder<?, ?> filter(String key) {
    return AsyncTaskListParam.builder().apiKey(key);
  }

  /** The list with loose arguments takes the global key and sends every filter it was given. */
  @Test
  void theListWithLooseArgumentsIsAnswered() throws Exception {
    VideoSynthesisListResult list =
        new VideoSynthesis().list(null, null, "wan2.7-none", null, "cn-beijing", null, 1, 5);
    assertThat(list.getData()).isEmpty();
    assertThat(list.getTotal()).isZero();
    assertThat(list.getPageSize()).isEqualTo(5);
  }
}
