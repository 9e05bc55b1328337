package io.wan4j.protocol.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The replies as text. */
class RepliesTest {
  private static final Instant SUBMITTED = Instant.parse("2026-10-24T03:02:03.123Z");
  private static final Instant STARTED = Instant.parse("2026-10-24T03:02:03.160Z");
  private static final Instant ENDED = Instant.parse("2026-10-24T16:03:00Z");

  private static String text(TaskReply reply) {
    return reply.toJson("r-1").toString();
  }

  @Test
  void created() {
    assertThat(Replies.created("r-1", "t-1").toString())
        .isEqualTo(
            "{\"output\":{\"task_status\":\"PENDING\",\"task_id\":\"t-1\"},\"request_id\":\"r-1\"}");
  }

  @Test
  void pending() {
    assertThat(text(new TaskReply.Pending("t-1", SUBMITTED)))
        .isEqualTo(
            "{\"request_id\":\"r-1\",\"output\":{\"task_id\":\"t-1\",\"task_status\":\"PENDING\","
                + "\"submit_time\":\"2026-10-24 11:02:03.123\"}}");
  }

  @Test
  void running() {
    assertThat(text(new TaskReply.Running("t-1", SUBMITTED, STARTED)))
        .isEqualTo(
            "{\"request_id\":\"r-1\",\"output\":{\"task_id\":\"t-1\",\"task_status\":\"RUNNING\","
                + "\"submit_time\":\"2026-10-24 11:02:03.123\","
                + "\"scheduled_time\":\"2026-10-24 11:02:03.160\"}}");
  }

  @Test
  void succeeded() {
    TaskReply reply =
        new TaskReply.Succeeded(
            "t-1",
            SUBMITTED,
            STARTED,
            ENDED,
            "A cat",
            new TaskReply.ActualPrompt.Untold(),
            "http://files.test/x.mp4?Expires=1",
            JsonNodeFactory.instance.objectNode().put("video_count", 1));

    assertThat(text(reply))
        .isEqualTo(
            "{\"request_id\":\"r-1\",\"output\":{\"task_id\":\"t-1\",\"task_status\":\"SUCCEEDED\","
                + "\"submit_time\":\"2026-10-24 11:02:03.123\","
                + "\"scheduled_time\":\"2026-10-24 11:02:03.160\","
                + "\"end_time\":\"2026-10-25 00:03:00.000\",\"orig_prompt\":\"A cat\","
                + "\"video_url\":\"http://files.test/x.mp4?Expires=1\"},"
                + "\"usage\":{\"video_count\":1}}");
  }

  @Test
  void succeededWithTheRewrittenPrompt() {
    TaskReply reply =
        new TaskReply.Succeeded(
            "t-1",
            SUBMITTED,
            STARTED,
            ENDED,
            "A cat",
            new TaskReply.ActualPrompt.Told("A grey cat"),
            "http://files.test/x.mp4",
            JsonNodeFactory.instance.objectNode());

    assertThat(text(reply))
        .contains("\"orig_prompt\":\"A cat\",\"actual_prompt\":\"A grey cat\",\"video_url\"");
  }

  @Test
  void failed() {
    WireError error = WireErrors.get(ErrorName.FIELD_REQUIRED, "input.media");

    assertThat(text(new TaskReply.Failed("t-1", SUBMITTED, STARTED, ENDED, error)))
        .isEqualTo(
            "{\"request_id\":\"r-1\",\"output\":{\"task_id\":\"t-1\",\"task_status\":\"FAILED\","
                + "\"submit_time\":\"2026-10-24 11:02:03.123\","
                + "\"scheduled_time\":\"2026-10-24 11:02:03.160\","
                + "\"end_time\":\"2026-10-25 00:03:00.000\",\"code\":\"InvalidParameter\","
                + "\"message\":\"Field required: input.media\"}}");
  }

  @Test
  void canceled() {
    assertThat(text(new TaskReply.Canceled("t-1", SUBMITTED, ENDED)))
        .isEqualTo(
            "{\"request_id\":\"r-1\",\"output\":{\"task_id\":\"t-1\",\"task_status\":\"CANCELED\","
                + "\"submit_time\":\"2026-10-24 11:02:03.123\","
                + "\"end_time\":\"2026-10-25 00:03:00.000\"}}");
    assertThat(Replies.canceled("r-1").toString()).isEqualTo("{\"request_id\":\"r-1\"}");
  }

  @Test
  void unknown() {
    assertThat(text(new TaskReply.Unknown("t-1")))
        .isEqualTo(
            "{\"request_id\":\"r-1\",\"output\":{\"task_id\":\"t-1\",\"task_status\":\"UNKNOWN\"}}");
  }

  @Test
  void onlyTwoStatusesCanChange() {
    assertThat(TaskStatus.values())
        .filteredOn(status -> !status.isFinal())
        .containsExactly(TaskStatus.PENDING, TaskStatus.RUNNING);
  }

  @Test
  void errors() {
    assertThat(Replies.error("r-1", WireErrors.get(ErrorName.NO_API_KEY)).toString())
        .isEqualTo(
            "{\"request_id\":\"r-1\",\"code\":\"InvalidApiKey\","
                + "\"message\":\"No API-key provided.\"}");
  }

  private static TaskListReply.Row row(TaskStatus status, TaskListReply.Times times) {
    return new TaskListReply.Row(
        "t-1", "r-9", status, "wanx2.1-i2v-plus", "image2video", "cn-beijing", "k-1", "u-1", times);
  }

  @Test
  void aListOfTasks() {
    TaskListReply reply =
        new TaskListReply(
            List.of(
                row(
                    TaskStatus.SUCCEEDED,
                    new TaskListReply.Times.Ended(SUBMITTED, STARTED, ENDED))),
            21,
            3,
            10);

    assertThat(reply.toJson("r-1").toString())
        .isEqualTo(
            "{\"request_id\":\"r-1\",\"total\":21,\"total_page\":3,\"page_no\":3,\"page_size\":10,"
                + "\"data\":[{\"api_key_id\":\"k-1\",\"caller_parent_id\":\"u-1\","
                + "\"caller_uid\":\"u-1\",\"gmt_create\":1792810923123,"
                + "\"start_time\":1792810923160,\"end_time\":1792857780000,"
                + "\"region\":\"cn-beijing\",\"request_id\":\"r-9\",\"status\":\"SUCCEEDED\","
                + "\"task_id\":\"t-1\",\"user_api_unique_key\":"
                + "\"apikey:v1:aigc:image2video:video-synthesis:wanx2.1-i2v-plus\","
                + "\"model_name\":\"wanx2.1-i2v-plus\"}]}");
  }

  @Test
  void timesThatAreNotKnownAreAbsent() {
    TaskListReply reply =
        new TaskListReply(
            List.of(
                row(TaskStatus.PENDING, new TaskListReply.Times.Waiting(SUBMITTED)),
                row(TaskStatus.RUNNING, new TaskListReply.Times.Started(SUBMITTED, STARTED)),
                row(TaskStatus.CANCELED, new TaskListReply.Times.NeverStarted(SUBMITTED, ENDED))),
            3,
            1,
            10);
    var rows = reply.toJson("r-1").path("data");

    assertThat(rows.path(0).has("start_time") || rows.path(0).has("end_time")).isFalse();
    assertThat(rows.path(1).has("start_time")).isTrue();
    assertThat(rows.path(1).has("end_time")).isFalse();
    assertThat(rows.path(2).has("start_time")).isFalse();
    assertThat(rows.path(2).path("end_time").isIntegralNumber()).isTrue();
  }

  @Test
  void anEmptyListHasItsData() {
    assertThat(new TaskListReply(List.of(), 0, 1, 10).toJson("r-1").toString())
        .isEqualTo(
            "{\"request_id\":\"r-1\",\"total\":0,\"total_page\":0,\"page_no\":1,\"page_size\":10,"
                + "\"data\":[]}");
  }

  @Test
  void anUploadPolicy() {
    assertThat(
            new UploadPolicyReply(
                    "cG9s",
                    "c2ln",
                    "dashscope-instant/a/b",
                    "http://up.test/oss",
                    300,
                    100,
                    "LTAI1")
                .toJson("r-1")
                .toString())
        .isEqualTo(
            "{\"request_id\":\"r-1\",\"data\":{\"policy\":\"cG9s\",\"signature\":\"c2ln\","
                + "\"upload_dir\":\"dashscope-instant/a/b\",\"upload_host\":\"http://up.test/oss\","
                + "\"expire_in_seconds\":300,\"max_file_size_mb\":100,"
                + "\"capacity_limit_mb\":999999999,\"oss_access_key_id\":\"LTAI1\","
                + "\"x_oss_object_acl\":\"private\",\"x_oss_forbid_overwrite\":\"true\"}}");
  }
}
