package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisParam;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every example of the reference-to-video guide; two seconds instead of ten. */
@InStudio
class ReferenceToVideoGuideTest {
  private static final String CONCERT =
      "Video 1 holds Image 3 and plays a calm folk song on the bench from Image 4, saying: 'What a"
          + " lovely morning.' Image 1, holding Image 2, walks past Video 1, lays Image 2 on the"
          + " table, and says: 'That was fine. Will you play another?'";
  private static final String PANELS =
      "Reference image, cartoon adventure style, bright colours. Characters: a girl with a hat; a"
          + " small flying lamp. Scene: a forest with large roots. Storyboard: 1. Wide shot: tall"
          + " trees in the mist. 2. Medium shot: the girl pushes the leaves aside. 3. Close-up: an"
          + " old map in her hands. 4. Final shot: a chest stands before them.";
  private static final String PLANET =
      "An overhead shot of a green planet. The camera gradually zooms in to a close-up of Image 1"
          + " on the planet. He is holding Image 2 and eating it, while saying, 'Will nobody come"
          + " and play?'";

  private final Studio studio;
  private final Props props;
  private final SdkClient sdk;
  private final RawClient raw;

  ReferenceToVideoGuideTest(Studio studio) {
    this.studio = studio;
    this.props = studio.props();
    this.sdk = new SdkClient(studio);
    this.raw = new RawClient(studio);
  }

  /** Five references, two of them with a voice; the SDK spells it referenceVoice. */
  @Test
  void castWithVoicesBySdk() {
    List<VideoSynthesisParam.Media> media = SdkClient.media();
    media.add(SdkClient.withVoice("reference_image", picture(61), props.url(props.mp3(62, 2))));
    media.add(
        SdkClient.withVoice(
            "reference_video",
            props.url(props.clip(63, 640, 480, 2)),
            props.url(props.wav(64, 2))));
    media.addAll(
        SdkClient.media(
            "reference_image", picture(65),
            "reference_image", picture(66),
            "reference_image", picture(67)));
    VideoSynthesisResult result =
        sdk.call(
            sdk.order("wan2.7-r2v")
                .prompt(CONCERT)
                .media(media)
                .watermark(true)
                .duration(2)
                .resolution("720P")
                .ratio("16:9")
                .promptExtend(false)
                .build());
    sdk.film(result).is(1280, 720, 2).isHeard();
    assertThat(result.getUsage().getInputVideoDuration()).isEqualTo(2f);
    assertThat(result.getUsage().getOutputVideoDuration()).isEqualTo(2f);
    assertThat(result.getUsage().getDuration()).isEqualTo(4f);
  }

  @Test
  void castWithVoicesByCurl() {
    film("""
    {"model": "wan2.7-r2v",
     "input": {"prompt": "%s",
               "media": [{"type": "reference_image", "url": "%s", "reference_voice": "%s"},
                         {"type": "reference_video", "url": "%s", "reference_voice": "%s"},
                         {"type": "reference_image", "url": "%s"},
                         {"type": "reference_image", "url": "%s"},
                         {"type": "reference_image", "url": "%s"}]},
     "parameters": {"resolution": "720P", "ratio": "1:1", "duration": 2,
                    "prompt_extend": false, "watermark": true}}
    """
            .formatted(
                CONCERT,
                picture(61),
                props.url(props.mp3(62, 2)),
                props.url(props.clip(63, 640, 480, 2)),
                props.url(props.wav(64, 2)),
                picture(65),
                picture(66),
                picture(67)))
        .is(960, 960, 2)
        .isHeard();
  }

  /** One picture of several panels. */
  @Test
  void panelsBySdk() {
    VideoSynthesisResult result =
        sdk.call(
            sdk.order("wan2.7-r2v")
                .prompt(PANELS)
                .media(SdkClient.media("reference_image", picture(68)))
                .watermark(true)
                .duration(2)
                .resolution("720P")
                .ratio("16:9")
                .promptExtend(false)
                .build());
    sdk.film(result).is(1280, 720, 2).isHeard();
    assertThat(result.getUsage().getDuration()).isEqualTo(2f);
  }

  @Test
  void panelsByCurl() {
    film("""
    {"model": "wan2.7-r2v",
     "input": {"prompt": "%s",
               "media": [{"type": "reference_image", "url": "%s"}]},
     "parameters": {"resolution": "720P", "ratio": "4:3", "duration": 2,
                    "prompt_extend": false, "watermark": true}}
    """
            .formatted(PANELS, picture(68)))
        .is(1104, 832, 2)
        .isHeard();
  }

  /** A first frame and references: the ratio follows the frame. */
  @Test
  void firstFrameAndCastBySdk() {
    var frame = props.picture(69, 1280, 720, "png");
    VideoSynthesisResult result =
        sdk.call(
            sdk.order("wan2.7-r2v")
                .prompt(PLANET)
                .media(
                    SdkClient.media(
                        "first_frame", props.url(frame),
                        "reference_image", picture(65),
                        "reference_image", picture(66)))
                .duration(2)
                .resolution("720P")
                .promptExtend(false)
                .build());
    sdk.film(result).is(1280, 720, 2).isHeard().beginsWith(frame);
  }

  @Test
  void firstFrameAndCastByCurl() {
    var frame = props.picture(70, 750, 1000, "png");
    film("""
    {"model": "wan2.7-r2v",
     "input": {"prompt": "%s",
               "media": [{"type": "first_frame", "url": "%s"},
                         {"type": "reference_image", "url": "%s"},
                         {"type": "reference_image", "url": "%s"}]},
     "parameters": {"resolution": "720P", "duration": 2, "prompt_extend": false,
                    "watermark": false}}
    """
            .formatted(PLANET, props.url(frame), picture(65), picture(66)))
        .is(816, 1104, 2)
        .beginsWith(frame);
  }

  private String picture(int number) {
    return props.url(props.picture(number, 800, 600, "jpg"));
  }

  private Film film(String body) {
    JsonNode reply = raw.succeed(RawClient.CREATE, body);
    return Film.download(studio, reply.at("/output/video_url").asText());
  }
}
