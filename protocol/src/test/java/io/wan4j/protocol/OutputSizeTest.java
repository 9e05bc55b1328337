package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.PixelSize;
import io.wan4j.protocol.catalogue.Tier;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputSizeTest {
  private static PixelSize size(String model, String input, String parameters, String given) {
    return OutputSize.of(Bodies.order(model, input, parameters), PixelSize.parse(given));
  }

  @ParameterizedTest
  @CsvSource({
    "wan2.7-i2v, 720P, 750*1000, 816*1104",
    "wan2.2-kf2v-flash, 720P, 750*1000, 816*1104",
    "wan2.7-i2v, 720P, 1920*1080, 1280*720",
    "wan2.7-i2v, 1080P, 1920*1080, 1920*1072",
    "wan2.7-i2v, 720P, 300*300, 960*960",
    "wan2.5-i2v-preview, 480P, 1000*1000, 624*624",
    "wan2.7-videoedit, 720P, 640*360, 1280*720"
  })
  void followsTheInputsShape(String model, String tier, String input, String output) {
    assertThat(size(model, "{}", "{'resolution': '" + tier + "'}", input)).hasToString(output);
  }

  @ParameterizedTest
  @EnumSource
  void anyShapeGivesMultiplesOf16AtAboutTheTiersArea(Tier tier) {
    VideoOrder order =
        Bodies.order("wan2.5-i2v-preview", "{}", "{'resolution': '" + tier.wireName() + "'}");
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      int width = 240 + random.nextInt(7761);
      int height = Math.clamp((long) (width * Math.pow(8, random.nextDouble(-1, 1))), 240, 8000);
      PixelSize input = new PixelSize(width, height);

      PixelSize output = OutputSize.of(order, input);

      assertThat(output.width() % 16).as("%s", output).isZero();
      assertThat(output.height() % 16).as("%s", output).isZero();
      assertThat(output.pixels()).isLessThanOrEqualTo(tier.pixels());
      double lost = 16.0 / output.width() + 16.0 / output.height();
      assertThat((double) output.pixels()).isGreaterThan(tier.pixels() * (1 - lost));
      assertThat(output.aspect()).isCloseTo(input.aspect(), within(input.aspect() * lost));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wan2.7-t2v, 720P, 4:3, 1104*832",
    "wan2.7-t2v, 1080P, 3:4, 1248*1648",
    "wan2.7-r2v, 720P, 1:1, 960*960",
    "wan2.7-videoedit, 1080P, 4:3, 1648*1248",
    "wan3.0-video, 480P, 9:16, 480*832"
  })
  void ratiosAreLookedUp(String model, String tier, String ratio, String output) {
    VideoOrder order =
        Bodies.order(model, "{}", "{'resolution': '" + tier + "', 'ratio': '" + ratio + "'}");

    assertThat(OutputSize.of(order)).hasToString(output);
    assertThat(OutputSize.shapedBy(order)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1088*832", "832*1088", "1632*1248", "1248*1632", "960*960"})
  void olderModelsMakeTheSizeAskedFor(String given) {
    VideoOrder order = Bodies.order("wan2.6-t2v", "{}", "{'size': '" + given + "'}");

    assertThat(OutputSize.of(order)).hasToString(given);
  }

  @Test
  void aSizeThatFollowsAnInputCannotBeToldWithoutIt() {
    VideoOrder order = Bodies.order("wan2.7-i2v", "{}", "{}");

    assertThatThrownBy(() -> OutputSize.of(order)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "wan2.7-i2v, '{}', FIRST_FRAME",
    "wan2.2-kf2v-flash, '{}', FIRST_FRAME",
    "wan2.7-videoedit, '{}', VIDEO"
  })
  void knowsWhichInputShapesTheFilm(String model, String input, MediaRole role) {
    assertThat(OutputSize.shapedBy(Bodies.order(model, input, "{}")))
        .hasValueSatisfying(media -> assertThat(media.role()).isEqualTo(role));
  }

  @Test
  void theFirstFrameShapesTheFilmBeforeAnyReference() {
    VideoOrder order =
        Bodies.order(
            "wan2.7-r2v",
            "{'media': [{'type': 'reference_image', 'url': 'https://p.test/1'},"
                + " {'type': 'first_frame', 'url': 'https://p.test/2'}]}",
            "{}");

    assertThat(OutputSize.shapedBy(order).orElseThrow().role()).isEqualTo(MediaRole.FIRST_FRAME);
  }

  @Test
  void adaptiveFollowsTheFirstReferenceThatCanBeSeen() {
    VideoOrder order =
        Bodies.order(
            "wan3.0-video",
            "{'media': [{'type': 'reference_audio', 'url': 'https://p.test/1'},"
                + " {'type': 'reference_video', 'url': 'https://p.test/2'}]}",
            "{'resolution': '480P'}");

    assertThat(OutputSize.shapedBy(order).orElseThrow().role())
        .isEqualTo(MediaRole.REFERENCE_VIDEO);
    assertThat(OutputSize.of(order, new PixelSize(1080, 1920)).aspect())
        .isCloseTo(9.0 / 16, within(0.02));
  }

  @Test
  void vaceNeverEnlargesAndOutpaintingGrowsThePicture() {
    String video = "'video_url': 'https://p.test/1.mp4'}";
    String repaint = "{'function': 'video_repainting', " + video;
    String outpaint = "{'function': 'video_outpainting', " + video;

    assertThat(size("wanx2.1-vace-plus", repaint, "{'control_condition': 'depth'}", "640*360"))
        .hasToString("640*352");
    assertThat(size("wanx2.1-vace-plus", repaint, "{'control_condition': 'depth'}", "1920*1080"))
        .hasToString("1280*720");
    assertThat(
            size(
                "wanx2.1-vace-plus",
                outpaint,
                "{'left_scale': 2, 'right_scale': 2, 'top_scale': 1.5}",
                "480*480"))
        .hasToString("960*592");
  }
}
