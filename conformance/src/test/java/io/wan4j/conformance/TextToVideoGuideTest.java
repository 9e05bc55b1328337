package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every example of the text-to-video guide. */
@InStudio
class TextToVideoGuideTest {
  private static final String CHASE =
      "Shot 1: An extreme long shot opens. The camera starts low over the steppe and moves forward"
          + " while it rises, until a wolf comes into the frame from the left. Shot 2: The camera"
          + " drops close to the ground and tracks right beside the wolf. Shot 3: Still moving"
          + " right, it follows a slight arc around the wolf. Shot 4: The tracking slows down and"
          + " the camera zooms in on the gap between the wolf and a hare. Shot 5: The camera moves"
          + " forward and down again. A swelling orchestra plays.";

  private static final String ORCHARD =
      "A vision of farmland and machines at peace. Shot 1 [0-2s]: Wide shot of an orchard on the"
          + " roofs of a city, branches swaying in the wind. Shot 2 [2-4s]: A small robot picks"
          + " apples with slow, careful arms. Shot 3 [4-7s]: Sunlight falls through a glass roof"
          + " over the trees. Shot 4 [7-10s]: The camera pulls back to show the whole city, the"
          + " orchard only a part of it.";

  private static final String CAPTAIN =
      "A grand yet funny scene. A tiny otter captain in shining armour stands on a rock above the"
          + " sea and says: \"The wind has turned at last. Tonight we sail for the northern isles,"
          + " and none of us will look back.\" Below, a fleet of paper boats fills the bay. Dark"
          + " clouds gather over the mountains.";

  private static final String MEADOW =
      "Rim light, low contrast, medium close-up, daylight, warm tones, soft light, side light. A"
          + " boy sits in a meadow of tall grass with two ponies behind him. He touches the"
          + " flowers beside him. The ponies look toward the camera.";

  private final Studio studio;
  private final SdkClient sdk;
  private final RawClient raw;

  TextToVideoGuideTest(Studio studio) {
    this.studio = studio;
    this.sdk = new SdkClient(studio);
    this.raw = new RawClient(studio);
  }

  /** Getting started, by the SDK's one call; two seconds instead of fifteen. */
  @Test
  void gettingStartedBySdk() {
    VideoSynthesisResult result =
        sdk.call(
            sdk.order("wan2.7-t2v-2026-04-25")
                .prompt(CHASE)
                .duration(2)
                .resolution("720P")
                .ratio("16:9")
                .promptExtend(true)
                .watermark(true)
                .build());
    sdk.film(result).is(1280, 720, 2).isHeard();
    assertThat(result.getOutput().getOrigPrompt()).isEqualTo(CHASE);
    assertThat(result.getUsage().getDuration()).isEqualTo(2f);
    assertThat(result.getUsage().getSR()).isEqualTo("720");
  }

  @Test
  void gettingStartedByCurl() {
    JsonNode reply =
        raw.succeed(
            RawClient.CREATE,
            """
            {"model": "wan2.7-t2v-2026-04-25",
             "input": {"prompt": "%s"},
             "parameters": {"resolution": "720P", "ratio": "16:9", "prompt_extend": true,
                            "watermark": true, "duration": 2}}
            """
                .formatted(CHASE));
    film(reply).is(1280, 720, 2).isHeard();
    JsonNode usage = reply.path("usage");
    assertThat(usage.toString())
        .isEqualTo(
            "{\"duration\":2,\"input_video_duration\":0,\"output_video_duration\":2,"
                + "\"video_count\":1,\"SR\":720,\"ratio\":\"16:9\"}");
    assertThat(reply.at("/output").has("actual_prompt")).isFalse();
  }

  /** Several shots by time stamps, with the guide's own parameters: the cuts are where they say. */
  @Test
  void severalShotsBySdk() {
    VideoSynthesisResult result =
        sdk.asyncCallAndWait(
            sdk.order("wan2.7-t2v-2026-04-25")
                .prompt(ORCHARD)
                .negativePrompt("")
                .resolution("720P")
                .ratio("16:9")
                .duration(10)
                .promptExtend(true)
                .watermark(true)
                .seed(12345)
                .build());
    sdk.film(result).is(1280, 720, 10).isHeard().cutsAt(2, 4, 7);
  }

  @Test
  void severalShotsByCurl() {
    JsonNode reply =
        raw.succeed(
            RawClient.CREATE,
            """
            {"model": "wan2.7-t2v-2026-04-25",
             "input": {"prompt": "Two shots of a lake. Shot 1 [0-1s]: Wide shot of a lake at dawn. \
            Shot 2 [1-2s]: Close-up of a red boat at night."},
             "parameters": {"resolution": "720P", "ratio": "9:16", "watermark": true,
                            "prompt_extend": true, "duration": 2}}
            """);
    film(reply).is(720, 1280, 2).isHeard().cutsAt(1);
  }

  /** A sound file: it is what is heard, and silence follows it. */
  @Test
  void soundFileBySdk() {
    Path speech = studio.props().mp3(1, 3.2);
    VideoSynthesisResult result =
        sdk.asyncCallAndWait(
            sdk.order("wan2.7-t2v-2026-04-25")
                .prompt(CAPTAIN)
                .audioUrl(studio.props().url(speech))
                .negativePrompt("")
                .resolution("720P")
                .ratio("16:9")
                .duration(4)
                .promptExtend(true)
                .watermark(true)
                .seed(12345)
                .build());
    sdk.film(result).is(1280, 720, 4).soundsLike(speech, 3).isSilentFrom(3.4);
  }

  @Test
  void soundFileByCurl() {
    Path speech = studio.props().wav(2, 5);
    JsonNode reply =
        raw.succeed(
            RawClient.CREATE,
            """
            {"model": "wan2.7-t2v-2026-04-25",
             "input": {"prompt": "An otter captain speaks to the fleet.", "audio_url": "%s"},
             "parameters": {"resolution": "720P", "ratio": "16:9", "watermark": true,
                            "prompt_extend": true, "duration": 2}}
            """
                .formatted(studio.props().url(speech)));
    film(reply).is(1280, 720, 2).soundsLike(speech, 2);
  }

  /** A model without sound, with the guide's own parameters. */
  @Test
  void silentModelBySdk() {
    VideoSynthesisResult result =
        sdk.asyncCallAndWait(
            sdk.order("wan2.2-t2v-plus")
                .prompt(MEADOW)
                .size("832*480")
                .promptExtend(true)
                .watermark(true)
                .seed(12345)
                .build());
    sdk.film(result).is(832, 480, 5).hasSound(false);
    assertThat(result.getUsage().getVideoDuration()).isEqualTo(5);
    assertThat(result.getUsage().getVideoRatio()).isEqualTo("832*480");
  }

  @Test
  void silentModelByCurl() {
    JsonNode reply =
        raw.succeed(
            RawClient.CREATE,
            """
            {"model": "wan2.2-t2v-plus",
             "input": {"prompt": "%s"},
             "parameters": {"size": "832*480", "prompt_extend": true, "watermark": true}}
            """
                .formatted(MEADOW));
    film(reply).is(832, 480, 5).hasSound(false);
  }

  private Film film(JsonNode reply) {
    return Film.download(studio, reply.at("/output/video_url").asText());
  }
}
