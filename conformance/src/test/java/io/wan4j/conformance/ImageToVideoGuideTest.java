package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every example of the guide to wan2.7 image-to-video. */
@InStudio
class ImageToVideoGuideTest {
  private static final String MODEL = "wan2.7-i2v-2026-04-25";
  private static final String CHEST =
      "A woman looks down at a chest in the sand. She kneels, carefully lifts the lid, and stares"
          + " inside with wide eyes and parted lips.";
  private static final String RAPPER =
      "A street art scene. A girl of chalk comes alive on a brick wall and sings a fast song while"
          + " she strikes a pose, at night under a bridge in the light of one lamp. The sound of"
          + " the video is the song alone.";
  private static final String MELON =
      "In the early morning a small melon with dewdrops lies in a field. Suddenly it opens with a"
          + " \"CRACK\", golden light shines from the gap, and a little duck appears in it.";
  private static final String POTTER =
      "The potter brings a glazed bowl, lays the brush aside, and the camera follows her to the"
          + " kiln. She closes its door, waits beside it, and says, \"well done\".";

  private final Studio studio;
  private final Props props;
  private final SdkClient sdk;
  private final RawClient raw;

  ImageToVideoGuideTest(Studio studio) {
    this.studio = studio;
    this.props = studio.props();
    this.sdk = new SdkClient(studio);
    this.raw = new RawClient(studio);
  }

  /** Quick start: a clip goes on until a last frame. */
  @Test
  void clipToLastFrameBySdk() {
    Path clip = props.clip(21, 1280, 720, 2);
    Path last = props.picture(22, 1280, 720, "png");
    VideoSynthesisResult result =
        sdk.call(
            sdk.order(MODEL)
                .prompt(CHEST)
                .media(
                    SdkClient.media("first_clip", props.url(clip), "last_frame", props.url(last)))
                .duration(3)
                .resolution("720P")
                .build());
    sdk.film(result).is(1280, 720, 3).isHeard().beginsWithClip(clip, 2).endsWith(last);
    assertThat(result.getUsage().getDuration()).isEqualTo(3f);
  }

  @Test
  void clipToLastFrameByCurl() {
    Path clip = props.clip(23, 640, 640, 2);
    Path last = props.picture(24, 640, 640, "jpg");
    film("""
    {"model": "%s",
     "input": {"prompt": "%s",
               "media": [{"type": "first_clip", "url": "%s"},
                         {"type": "last_frame", "url": "%s"}]},
     "parameters": {"resolution": "720P", "duration": 3, "prompt_extend": true}}
    """
            .formatted(MODEL, CHEST, props.url(clip), props.url(last)))
        .is(960, 960, 3)
        .beginsWithClip(clip, 2)
        .endsWith(last);
  }

  /** A first frame and the sound that drives it. */
  @Test
  void drivenFrameBySdk() {
    Path frame = props.picture(25, 1280, 720, "png");
    Path song = props.mp3(26, 3);
    VideoSynthesisResult result =
        sdk.call(
            sdk.order(MODEL)
                .prompt(RAPPER)
                .media(
                    SdkClient.media(
                        "first_frame", props.url(frame), "driving_audio", props.url(song)))
                .duration(2)
                .resolution("720P")
                .build());
    sdk.film(result).is(1280, 720, 2).soundsLike(song, 2).beginsWith(frame);
  }

  @Test
  void drivenFrameByCurl() {
    Path frame = props.picture(25, 1280, 720, "png");
    Path song = props.wav(27, 4);
    film("""
    {"model": "%s",
     "input": {"prompt": "%s",
               "media": [{"type": "first_frame", "url": "%s"},
                         {"type": "driving_audio", "url": "%s"}]},
     "parameters": {"resolution": "720P", "duration": 2, "prompt_extend": true,
                    "watermark": true}}
    """
            .formatted(MODEL, RAPPER, props.url(frame), props.url(song)))
        .is(1280, 720, 2)
        .soundsLike(song, 2);
  }

  /** A first and a last frame of a shape that the tier does not have by name. */
  @Test
  void firstAndLastFrameBySdk() {
    Path first = props.picture(28, 750, 1000, "png");
    Path last = props.picture(29, 750, 1000, "png");
    VideoSynthesisResult result =
        sdk.call(
            sdk.order(MODEL)
                .prompt(MELON)
                .media(
                    SdkClient.media("first_frame", props.url(first), "last_frame", props.url(last)))
                .duration(2)
                .resolution("720P")
                .build());
    sdk.film(result).is(816, 1104, 2).isHeard().beginsWith(first).endsWith(last);
  }

  @Test
  void firstAndLastFrameByCurl() {
    Path first = props.picture(28, 750, 1000, "png");
    Path last = props.picture(29, 750, 1000, "png");
    film("""
    {"model": "%s",
     "input": {"prompt": "%s",
               "media": [{"type": "first_frame", "url": "%s"},
                         {"type": "last_frame", "url": "%s"}]},
     "parameters": {"resolution": "720P", "duration": 2, "prompt_extend": false}}
    """
            .formatted(MODEL, json(MELON), props.url(first), props.url(last)))
        .is(816, 1104, 2)
        .beginsWith(first)
        .endsWith(last);
  }

  @Test
  void firstAndLastFrameWithSound() {
    Path first = props.picture(28, 750, 1000, "png");
    Path last = props.picture(29, 750, 1000, "png");
    Path sound = props.wav(30, 2);
    film("""
    {"model": "%s",
     "input": {"media": [{"type": "first_frame", "url": "%s"},
                         {"type": "last_frame", "url": "%s"},
                         {"type": "driving_audio", "url": "%s"}]},
     "parameters": {"resolution": "720P", "duration": 2}}
    """
            .formatted(MODEL, props.url(first), props.url(last), props.url(sound)))
        .is(816, 1104, 2)
        .soundsLike(sound, 2)
        .beginsWith(first)
        .endsWith(last);
  }

  /** A clip goes on; the whole of it is in the film and is charged. */
  @Test
  void continuationBySdk() {
    Path clip = props.clip(31, 1280, 720, 2);
    VideoSynthesisResult result =
        sdk.call(
            sdk.order(MODEL)
                .prompt(POTTER)
                .media(SdkClient.media("first_clip", props.url(clip)))
                .duration(3)
                .resolution("720P")
                .build());
    sdk.film(result).is(1280, 720, 3).isHeard().beginsWithClip(clip, 2);
    assertThat(result.getUsage().getOutputVideoDuration()).isEqualTo(3f);
  }

  @Test
  void continuationByCurl() {
    Path clip = props.quickTime(props.clip(31, 1280, 720, 2));
    film("""
    {"model": "%s",
     "input": {"prompt": "%s", "media": [{"type": "first_clip", "url": "%s"}]},
     "parameters": {"resolution": "720P", "duration": 3, "prompt_extend": false,
                    "watermark": false}}
    """
            .formatted(MODEL, json(POTTER), props.url(clip)))
        .is(1280, 720, 3)
        .beginsWithClip(clip, 2);
  }

  /** Pictures may come as data URIs. */
  @Test
  void firstFrameAsDataUri() {
    Path frame = props.picture(32, 960, 540, "jpg");
    film("""
    {"model": "%s",
     "input": {"prompt": "The camera slowly pulls back.",
               "media": [{"type": "first_frame", "url": "%s"}]},
     "parameters": {"resolution": "720P", "duration": 2}}
    """
            .formatted(MODEL, Props.dataUri(frame, "image/jpeg")))
        .is(1280, 720, 2)
        .isHeard()
        .beginsWith(frame);
  }

  /** The words as they stand in a JSON body. */
  private static String json(String words) {
    return words.replace("\"", "\\\"");
  }

  private Film film(String body) {
    JsonNode reply = raw.succeed(RawClient.CREATE, body);
    return Film.download(studio, reply.at("/output/video_url").asText());
  }
}
