package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The requests of the image-to-video skill: all parameters sent, defaults included. */
@InStudio
class SkillGuideTest {
  private final Studio studio;
  private final Props props;
  private final RawClient raw;

  SkillGuideTest(Studio studio) {
    this.studio = studio;
    this.props = studio.props();
    this.raw = new RawClient(studio);
  }

  /**
   * The skill's defaults but for the length: 1080P, whose sides are multiples of 16 when they
   * follow a picture (image-to-video guide, output video dimensions).
   */
  @Test
  void firstFrame() {
    Path frame = props.picture(81, 1280, 720, "jpg");
    film("", media("first_frame", frame), "1080P").is(1920, 1072, 2).isHeard().beginsWith(frame);
  }

  @Test
  void firstAndLastFrame() {
    Path first = props.picture(81, 1280, 720, "jpg");
    Path last = props.picture(82, 1280, 720, "jpg");
    film("", media("first_frame", first) + "," + media("last_frame", last), "720P")
        .is(1280, 720, 2)
        .beginsWith(first)
        .endsWith(last);
  }

  @Test
  void drivenBySound() {
    Path frame = props.picture(81, 1280, 720, "jpg");
    Path speech = props.mp3(83, 2.5);
    film("She speaks.", media("first_frame", frame) + "," + media("driving_audio", speech), "720P")
        .is(1280, 720, 2)
        .soundsLike(speech, 1.9);
  }

  @Test
  void continuation() {
    Path clip = props.clip(84, 1280, 720, 2);
    JsonNode reply = raw.succeed(RawClient.CREATE, body("", media("first_clip", clip), "720P", 3));
    download(reply).is(1280, 720, 3).beginsWithClip(clip, 2);
  }

  /** The table of errors, as far as a request can bring them about. */
  @Test
  void errors() {
    HttpResponse<String> sync = raw.post(RawClient.CREATE, body("", "", "720P", 2));
    assertThat(sync.statusCode()).isEqualTo(403);
    assertThat(sync.body()).contains("does not support synchronous calls");
    RawClient stranger = new RawClient(studio.base(), "sk-nobody");
    HttpResponse<String> refused =
        stranger.post(RawClient.CREATE, body("", "", "720P", 2), "X-DashScope-Async", "enable");
    assertThat(refused.statusCode()).isEqualTo(401);
    JsonNode failed =
        raw.await(
            raw.create(
                RawClient.CREATE,
                body("", media("first_frame", props.picture(81, 1280, 720, "jpg")), "4K", 2)));
    assertThat(failed.at("/output/task_status").asText()).isEqualTo("FAILED");
    assertThat(failed.at("/output/code").asText()).isEqualTo("InvalidParameter");
  }

  private Film film(String prompt, String media, String resolution) {
    return download(raw.succeed(RawClient.CREATE, body(prompt, media, resolution, 2)));
  }

  private Film download(JsonNode reply) {
    return Film.download(studio, reply.at("/output/video_url").asText());
  }

  private static String body(String prompt, String media, String resolution, int duration) {
    return """
    {"model": "wan2.7-i2v", "input": {"prompt": "%s", "media": [%s]},
     "parameters": {"resolution": "%s", "duration": %d, "prompt_extend": true, "watermark": false}}
    """
        .formatted(prompt, media, resolution, duration);
  }

  private String media(String type, Path file) {
    return "{\"type\": \"%s\", \"url\": \"%s\"}".formatted(type, props.url(file));
  }
}
