package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.catalogue.PixelSize;
import io.wan4j.protocol.catalogue.Prices.Region;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The usage examples of the reference, as text. */
class UsageTest {
  private static String usage(VideoOrder order, List<Double> inputs, double output, String size) {
    Bill bill = new Pricing(Region.MAINLAND).bill(order, inputs, output);
    return Usage.of(order, bill, PixelSize.parse(size)).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "wan2.7-t2v | {'resolution':'720P'} | 10 | 1280*720 |"
            + " {\"duration\":10,\"input_video_duration\":0,\"output_video_duration\":10,"
            + "\"video_count\":1,\"SR\":720,\"ratio\":\"16:9\"}",
        "wan2.7-i2v | {'resolution':'720P'} | 10 | 816*1104 |"
            + " {\"duration\":10,\"input_video_duration\":0,\"output_video_duration\":10,"
            + "\"video_count\":1,\"SR\":720}",
        "wan2.6-t2v | {'size':'1280*720'} | 10 | 1280*720 |"
            + " {\"duration\":10,\"size\":\"1280*720\",\"input_video_duration\":0,"
            + "\"output_video_duration\":10,\"video_count\":1,\"SR\":720}",
        "wan2.6-i2v | {'resolution':'720P'} | 10 | 1280*720 |"
            + " {\"duration\":10,\"input_video_duration\":0,\"output_video_duration\":10,"
            + "\"video_count\":1,\"SR\":720}",
        "wan2.6-i2v-flash | {'resolution':'720P'} | 10 | 1280*720 |"
            + " {\"duration\":10,\"input_video_duration\":0,\"output_video_duration\":10,"
            + "\"video_count\":1,\"SR\":720,\"audio\":true}",
        "wan2.6-i2v-flash | {'resolution':'720P','audio':false} | 10 | 1280*720 |"
            + " {\"duration\":10,\"input_video_duration\":0,\"output_video_duration\":10,"
            + "\"video_count\":1,\"SR\":720,\"audio\":false}",
        "wan2.5-t2v-preview | {'size':'832*480'} | 5 | 832*480 |"
            + " {\"video_duration\":5,\"video_ratio\":\"832*480\",\"video_count\":1}",
        "wan2.2-t2v-plus | {'size':'832*480'} | 5 | 832*480 |"
            + " {\"video_duration\":5,\"video_ratio\":\"832*480\",\"video_count\":1}",
        "wan2.5-i2v-preview | {'resolution':'480P'} | 5 | 832*480 |"
            + " {\"duration\":5,\"SR\":480,\"video_count\":1}",
        "wan2.2-i2v-flash | {'resolution':'480P'} | 5 | 832*480 |"
            + " {\"duration\":5,\"SR\":480,\"video_count\":1}",
        "wanx2.1-i2v-plus | {} | 5 | 1280*720 |"
            + " {\"video_duration\":5,\"video_ratio\":\"standard\",\"video_count\":1}",
        "wanx2.1-vace-plus | {} | 5 | 1280*720 |"
            + " {\"video_duration\":5,\"video_ratio\":\"standard\",\"video_count\":1}",
        "wanx2.1-kf2v-plus | {} | 5 | 1280*720 |"
            + " {\"video_duration\":5,\"video_ratio\":\"standard\",\"video_count\":1}",
        "wan2.2-kf2v-flash | {'resolution':'480P'} | 5 | 832*480 |"
            + " {\"video_duration\":5,\"video_count\":1,\"SR\":480}"
      })
  void modelsTellTheirUsage(
      String model, String parameters, double output, String size, String usage) {
    VideoOrder order = Bodies.order(model, "{}", parameters);

    assertThat(usage(order, List.of(), output, size)).isEqualTo(usage);
  }

  @Test
  void editsTellInputAndOutput() {
    VideoOrder order = Bodies.order("wan2.7-videoedit", "{}", "{'resolution': '720P'}");

    assertThat(usage(order, List.of(5.02), 5.02, "1280*720"))
        .isEqualTo(
            "{\"duration\":10.04,\"input_video_duration\":5.02,\"output_video_duration\":5.02,"
                + "\"video_count\":1,\"SR\":720}");
  }

  @Test
  void referencesTellTheChargedInput() {
    VideoOrder order =
        Bodies.order(
            "wan2.7-r2v",
            "{'media': [{'type': 'reference_video', 'url': 'https://p.test/1'}]}",
            "{'resolution': '720P', 'ratio': '1:1', 'duration': 5}");

    assertThat(usage(order, List.of(9.3), 5, "960*960"))
        .isEqualTo(
            "{\"duration\":10,\"input_video_duration\":5,\"output_video_duration\":5,"
                + "\"video_count\":1,\"SR\":720,\"ratio\":\"1:1\"}");
  }

  @Test
  void olderReferencesTellTheirSize() {
    VideoOrder order = Bodies.order("wan2.6-r2v-flash", "{}", "{'size': '1280*720'}");

    assertThat(usage(order, List.of(7.0), 5, "1280*720"))
        .isEqualTo(
            "{\"duration\":10,\"size\":\"1280*720\",\"input_video_duration\":5,"
                + "\"output_video_duration\":5,\"video_count\":1,\"SR\":720,\"audio\":true}");
  }

  /**
   * As captured, but for output_video_duration, which came as 5.0: whole numbers stay whole here.
   */
  @Test
  void theGeneralModelTellsTheRatioItCameTo() {
    VideoOrder order =
        Bodies.order(
            "wan3.0-video",
            "{'media': [{'type': 'reference_video', 'url': 'https://p.test/1'}]}",
            "{'resolution': '480P'}");

    assertThat(usage(order, List.of(15.07), 5, "480*832"))
        .isEqualTo(
            "{\"video_count\":1,\"duration\":20.07,\"input_video_duration\":15.07,"
                + "\"output_video_duration\":5,\"SR\":480,\"fps\":30,\"ratio\":\"9:16\"}");
  }

  @ParameterizedTest
  @CsvSource({"1104*832, 4:3", "1280*720, 16:9", "1000*960, 1:1", "480*1600, 9:16"})
  void aFollowedShapeIsToldAsTheNearestRatio(String size, String ratio) {
    VideoOrder order =
        Bodies.order(
            "wan2.7-r2v",
            "{'media': [{'type': 'reference_image', 'url': 'https://p.test/1'},"
                + " {'type': 'first_frame', 'url': 'https://p.test/2'}]}",
            "{'ratio': '3:4'}");

    assertThat(usage(order, List.of(), 5, size)).contains("\"ratio\":\"" + ratio + "\"");
  }
}
