package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests as other clients send them, rebuilt from recordings (SDK notes, 2 to 4 and 8). */
@InStudio
class OtherClientsTest {
  private final Studio studio;
  private final Props props;
  private final RawClient raw;

  OtherClientsTest(Studio studio) {
    this.studio = studio;
    this.props = studio.props();
    this.raw = new RawClient(studio);
  }

  /** Python: parameters first and empty, prompt null, function and extend_prompt in the input. */
  @Test
  void pythonOrderOfABody() {
    Path frame = props.picture(101, 640, 640, "png");
    film("""
    {"model": "wan2.7-i2v", "parameters": {"duration": 2, "resolution": "720P"},
     "input": {"prompt": null, "extend_prompt": true, "function": "video-synthesis",
               "media": [{"url": "%s", "type": "first_frame", "reference_voice": null}]}}
    """
            .formatted(props.url(frame)))
        .is(960, 960, 2)
        .beginsWith(frame);
  }

  /** Python sends parameters as {} when there are none: the defaults are 1080P and five seconds. */
  @Test
  void emptyParametersMeanTheDefaults() {
    JsonNode run =
        RawClient.json(
            raw.post(
                RawClient.CREATE,
                "{\"model\":\"wan2.7-t2v\",\"parameters\":{},\"input\":{\"prompt\":\"A hill.\"}}",
                "X-DashScope-Async",
                "enable",
                "X-Wan4j-Dry-Run",
                "true"));
    assertThat(run.at("/dry_run/size").asText()).isEqualTo("1920*1080");
    assertThat(run.at("/dry_run/seconds").asInt()).isEqualTo(5);
  }

  /** Unknown fields and nulls anywhere are passed over. */
  @Test
  void unknownFieldsAndNullsArePassedOver() {
    film("""
    {"model": "wan2.7-t2v", "user": null, "stream": false,
     "input": {"prompt": "A red door.", "negative_prompt": null, "media": null,
               "head_frame": null, "something": {"deep": [1, null]}},
     "parameters": {"duration": 2, "resolution": "720P", "seed": null, "fps": 24,
                    "motion_strength": null, "steps": 50, "enable_overlays": false,
                    "parameters": {"n": 1}, "with_audio": false, "shot_type": "single"}}
    """)
        .is(1280, 720, 2)
        .isHeard();
  }

  /** Python's asyncio flavour: trailing slashes, and the parameters again as a query. */
  @Test
  void asyncioCalls() {
    String id =
        raw.create(
            RawClient.CREATE + "/",
            "{\"model\":\"wan2.7-t2v\",\"input\":{\"prompt\":\"x\"},"
                + "\"parameters\":{\"duration\":99}}");
    raw.await(id);
    HttpResponse<String> polled =
        raw.get(
            "/tasks/" + id + "/?duration=2&prompt_extend=false&resolution=720P&ratio=16:9",
            "Content-Type",
            "application/json");
    assertThat(polled.statusCode()).isEqualTo(200);
    assertThat(RawClient.json(polled).at("/output/task_id").asText()).isEqualTo(id);
    HttpResponse<String> cancel =
        raw.post("/tasks/" + id + "/cancel/", "{\"model\":\"\",\"parameters\":{},\"input\":\"\"}");
    assertThat(cancel.statusCode()).isEqualTo(400);
    assertThat(RawClient.json(cancel).path("code").asText()).isEqualTo("UnsupportedOperation");
    HttpResponse<String> list = raw.get("/tasks/?page_no=1&page_size=10");
    assertThat(RawClient.json(list).path("data").isArray()).isTrue();
    assertThat(RawClient.json(raw.get("/tasks?task_id=" + id)).path("total").asInt()).isEqualTo(1);
    assertThat(RawClient.json(raw.get("/tasks?task_id=none")).path("data").isArray()).isTrue();
  }

  /** Any model on either path, kf2v on video-generation as new-api sends it; integers stay so. */
  @Test
  void anyModelOnEitherPath() {
    String frame = props.url(props.picture(102, 400, 400, "png"));
    JsonNode kf2v =
        raw.succeed(
            RawClient.CREATE,
            """
            {"model": "wan2.2-kf2v-flash",
             "input": {"first_frame_url": "%s", "last_frame_url": "%s"},
             "parameters": {"resolution": "480P"}}
            """
                .formatted(frame, frame));
    assertThat(kf2v.at("/usage/video_duration").isIntegralNumber()).isTrue();
    assertThat(kf2v.at("/usage/video_count").isIntegralNumber()).isTrue();
    assertThat(kf2v.has("code")).isFalse();
    JsonNode words =
        raw.succeed(
            RawClient.CREATE_FROM_IMAGES,
            """
            {"model": "wan2.7-t2v", "input": {"prompt": "A blue door."},
             "parameters": {"duration": 2, "resolution": "720P", "watermark": false, "seed": 42}}
            """);
    assertThat(words.path("usage").toString()).doesNotContain(".");
  }

  /** ComfyUI's nodes send sound as a data URI with 2.6. */
  @Test
  void soundAsADataUri() {
    Path speech = props.mp3(103, 3.5);
    JsonNode reply =
        raw.succeed(
            RawClient.CREATE,
            """
            {"model": "wan2.6-t2v",
             "input": {"prompt": "A speaker.", "negative_prompt": "", "audio_url": "%s"},
             "parameters": {"size": "1280*720", "duration": 2, "seed": 0, "prompt_extend": true,
                            "watermark": false, "shot_type": "single"}}
            """
                .formatted(Props.dataUri(speech, "audio/mp3")));
    film(reply).is(1280, 720, 2).soundsLike(speech, 2);
    assertThat(reply.at("/usage/size").asText()).isEqualTo("1280*720");
  }

  /** An uploaded file is found without the header that asks for it, its key raw with spaces. */
  @Test
  void anUploadWithoutTheResolveHeader() {
    Path frame = props.picture(104, 640, 640, "png");
    String url = new UploadForm(studio).upload(frame, "wan2.7-i2v", "first 首帧 1.png");
    assertThat(url).startsWith("oss://").endsWith("/first 首帧 1.png");
    film("""
    {"model": "wan2.7-i2v", "input": {"media": [{"type": "first_frame", "url": "%s"}]},
     "parameters": {"duration": 2, "resolution": "720P"}}
    """
            .formatted(url))
        .is(960, 960, 2)
        .beginsWith(frame);
  }

  /** Somebody else's upload is as good as none. */
  @Test
  void aForeignUploadCannotBeRead() {
    Path frame = props.picture(104, 640, 640, "png");
    String url = new UploadForm(studio).upload(frame, "wan2.7-i2v", "mine.png");
    RawClient stranger = new RawClient(studio.base(), studio.newKey());
    JsonNode failed =
        stranger.await(
            stranger.create(
                RawClient.CREATE,
                """
                {"model": "wan2.7-i2v",
                 "input": {"media": [{"type": "first_frame", "url": "%s"}]},
                 "parameters": {"duration": 2, "resolution": "720P"}}
                """
                    .formatted(url)));
    assertThat(failed.at("/output/task_status").asText()).isEqualTo("FAILED");
  }

  /** Field names of both spellings (SDK notes, what a server needs, 7). */
  @Test
  void camelCaseAndSnakeCaseVoices() {
    for (String name : List.of("referenceVoice", "reference_voice")) {
      JsonNode failed =
          raw.await(
              raw.create(
                  RawClient.CREATE,
                  """
                  {"model": "wan2.7-r2v",
                   "input": {"prompt": "Image 1 waves.",
                             "media": [{"type": "reference_image", "url": "%s", "%s": "%s"}]},
                   "parameters": {"duration": 2, "resolution": "720P"}}
                  """
                      .formatted(
                          props.url(props.picture(105, 640, 640, "png")), name, props.missing())));
      // That the voice cannot be found shows that it was looked for.
      assertThat(failed.at("/output/task_status").asText()).as(name).isEqualTo("FAILED");
      assertThat(failed.at("/output/message").asText()).as(name).contains("missing.png");
    }
  }

  /** Faults of an order are told by a task that failed (SDK notes, 9). */
  @Test
  void faultsAreToldLate() {
    assertFails(
        "{\"model\":\"wan2.7-i2v\",\"input\":{\"img_url\":\"http://a/b.png\"}}",
        "Field required: input.media");
    assertFails("{\"model\":\"wan2.7-t2v\",\"input\":{}}", "Field required: input.prompt");
    assertFails(
        "{\"model\":\"wan2.7-t2v\",\"input\":{\"prompt\":\"x\"},"
            + "\"parameters\":{\"resolution\":\"720p\"}}",
        "Input should be '1080P' or '720P': parameters.resolution");
    assertFails(
        "{\"model\":\"wan2.7-i2v\",\"input\":{\"media\":[{\"type\":\"first_frame\",\"url\":\""
            + props.missing()
            + "\"}]}}",
        "Failed to download " + props.missing());
    assertFails(
        "{\"model\":\"wan2.7-r2v\",\"input\":{\"prompt\":\"x\",\"media\":[{\"type\":\"first_frame\","
            + "\"url\":\"http://a/b.png\"}]}}",
        "Only first frame provided is not allowed");
  }

  private void assertFails(String body, String message) {
    JsonNode failed = raw.await(raw.create(RawClient.CREATE, body));
    assertThat(failed.at("/output/task_status").asText()).as(body).isEqualTo("FAILED");
    assertThat(failed.at("/output/code").asText()).isEqualTo("InvalidParameter");
    assertThat(failed.at("/output/message").asText()).isEqualTo(message);
    assertThat(failed.has("usage")).isFalse();
    assertThat(failed.at("/output").has("video_url")).isFalse();
  }

  /** An encrypted input is refused at once (SDK notes, headers). */
  @Test
  void anEncryptedInputIsRefused() {
    HttpResponse<String> reply =
        raw.post(
            RawClient.CREATE,
            "{\"model\":\"wan2.7-t2v\",\"input\":\"c2VjcmV0\"}",
            "X-DashScope-Async",
            "enable",
            "X-DashScope-EncryptionKey",
            "{}");
    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(RawClient.json(reply).path("code").asText()).isEqualTo("InvalidParameter");
  }

  private Film film(String body) {
    return film(raw.succeed(RawClient.CREATE, body));
  }

  private Film film(JsonNode reply) {
    return Film.download(studio, reply.at("/output/video_url").asText());
  }
}
