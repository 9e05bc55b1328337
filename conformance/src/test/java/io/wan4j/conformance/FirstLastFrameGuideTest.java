package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every example of the guide to first and last frames, with its own parameters. */
@InStudio
class FirstLastFrameGuideTest {
  private static final String ROBOT =
      "A small orange robot with sad eyes stands in the snow. The camera slowly zooms in and stops"
          + " when it looks up at the stars.";
  private static final String PUPPY =
      "Realistic style. A curious white puppy looks up at the sky. The camera starts at eye level"
          + " and gradually rises until it sees the puppy from above.";

  private final Studio studio;
  private final Props props;
  private final SdkClient sdk;
  private final RawClient raw;
  private final Path first;
  private final Path last;

  FirstLastFrameGuideTest(Studio studio) {
    this.studio = studio;
    this.props = studio.props();
    this.sdk = new SdkClient(studio);
    this.raw = new RawClient(studio);
    this.first = props.picture(41, 1280, 720, "png");
    this.last = props.picture(42, 1280, 720, "png");
  }

  /** Getting started, by one call. */
  @Test
  void gettingStartedBySdk() {
    VideoSynthesisResult result =
        sdk.call(
            sdk.order("wan2.2-kf2v-flash")
                .prompt(ROBOT)
                .firstFrameUrl(props.url(first))
                .lastFrameUrl(props.url(last))
                .resolution("720P")
                .promptExtend(true)
                .watermark(false)
                .build());
    sdk.film(result).is(1280, 720, 5).hasSound(false).beginsWith(first).endsWith(last);
    assertThat(result.getUsage().getVideoDuration()).isEqualTo(5);
    assertThat(result.getUsage().getSR()).isEqualTo("720");
  }

  /** With the mark at the bottom right, which is not part of the given picture. */
  @Test
  void gettingStartedByCurl() {
    film("""
    {"model": "wan2.2-kf2v-flash",
     "input": {"first_frame_url": "%s", "last_frame_url": "%s", "prompt": "%s"},
     "parameters": {"resolution": "480P", "prompt_extend": true, "watermark": true}}
    """
            .formatted(props.url(first), props.url(last), ROBOT))
        .is(832, 464, 5)
        .hasSound(false);
  }

  /** Two frames, by a task that is waited for; the SDK uploads the two files itself. */
  @Test
  void localFilesBySdk() throws Exception {
    Path folder = studio.scratch("same name");
    Path a = Files.copy(first, Files.createDirectories(folder.resolve("a")).resolve("frame 首.png"));
    Path b = Files.copy(last, Files.createDirectories(folder.resolve("b")).resolve("frame 首.png"));
    VideoSynthesisResult result =
        sdk.asyncCallAndWait(
            sdk.order("wan2.2-kf2v-flash")
                .prompt(PUPPY)
                .firstFrameUrl(a.toUri().toString())
                .lastFrameUrl(b.toUri().toString())
                .resolution("480P")
                .promptExtend(true)
                .build());
    sdk.film(result).is(832, 464, 5).beginsWith(first).endsWith(last);
  }

  @Test
  void twoFramesByCurl() {
    film("""
    {"model": "wan2.2-kf2v-flash",
     "input": {"first_frame_url": "%s", "last_frame_url": "%s", "prompt": "%s"},
     "parameters": {"resolution": "480P", "prompt_extend": true}}
    """
            .formatted(Props.dataUri(first, "image/png"), Props.dataUri(last, "image/png"), PUPPY))
        .is(832, 464, 5)
        .beginsWith(first)
        .endsWith(last);
  }

  /** An effect by its name; there is neither prompt nor last frame. */
  @Test
  void effectBySdk() {
    VideoSynthesisResult result =
        sdk.asyncCallAndWait(
            sdk.order("wanx2.1-kf2v-plus")
                .firstFrameUrl(props.url(first))
                .template("mech1")
                .resolution("720P")
                .watermark(true)
                .build());
    sdk.film(result).is(1280, 720, 5).hasSound(false);
    assertThat(result.getUsage().getVideoRatio()).isEqualTo("standard");
  }

  @Test
  void effectByCurl() {
    Path small = props.picture(43, 400, 400, "png");
    film("""
    {"model": "wanx2.1-kf2v-plus",
     "input": {"first_frame_url": "%s", "template": "hanfu-1"},
     "parameters": {"resolution": "720P", "watermark": true}}
    """
            .formatted(props.url(small)))
        .is(960, 960, 5)
        .hasSound(false);
  }

  /** Parameters handed over as a map, by one call. */
  @Test
  void parametersAsAMapBySdk() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("prompt_extend", true);
    parameters.put("resolution", "480P");
    VideoSynthesisResult result =
        sdk.call(
            sdk.order("wan2.2-kf2v-flash")
                .prompt(PUPPY)
                .firstFrameUrl(Props.dataUri(first, "image/png"))
                .lastFrameUrl(Props.dataUri(last, "image/png"))
                .parameters(parameters)
                .build());
    sdk.film(result).is(832, 464, 5).beginsWith(first).endsWith(last);
  }

  private Film film(String body) {
    JsonNode reply = raw.succeed(RawClient.CREATE_FROM_IMAGES, body);
    return Film.download(studio, reply.at("/output/video_url").asText());
  }
}
