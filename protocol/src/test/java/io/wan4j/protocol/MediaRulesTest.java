package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.protocol.error.WireError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaRulesTest {
  private static final int MEGABYTE = 1024 * 1024;

  private static MediaInput only(String model, String input) {
    return Bodies.order(model, input, "{}").media().getFirst();
  }

  private static MediaInput media(String model, String type, String url) {
    return only(model, "{'media': [{'type': '" + type + "', 'url': '" + url + "'}]}");
  }

  private static MediaInput frame() {
    return media("wan2.7-i2v", "first_frame", "https://p.test/a.png");
  }

  private static String fault(MediaInput input, MediaFacts facts) {
    return MediaRules.check(input, facts)
        .map(error -> error.code() + ": " + error.message())
        .orElse("none");
  }

  private static final String IMAGES =
      "InvalidURL: The request URL is invalid, please check the request URL is available and the"
          + " request image format is one of the following types: JPEG, JPG, PNG, BMP, and WEBP.";
  private static final String FILES =
      "InvalidFile.Format: Invalid file format，the request file format is one of the following"
          + " types: MP4, AVI, MOV, MP3, WAV, AAC, JPEG, JPG, PNG, BMP, and WEBP.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jpeg | 1 | 240 | 1920 | false | none",
        "webp | 20 | 8000 | 1000 | false | none",
        "png | 1 | 239 | 500 | false |"
            + " InvalidParameter: Image height or width is too small than 240",
        "png | 1 | 500 | 239 | false |"
            + " InvalidParameter: Image height or width is too small than 240",
        "png | 21 | 500 | 500 | false |"
            + " InvalidParameter: Image size is too large than 20.0 mb",
        "bmp | 1 | 8001 | 1001 | false | InvalidFile.Resolution: The image resolution is invalid,"
            + " please make sure that the largest length of image is smaller than 8000, and the"
            + " smallest length of image is larger than 240.",
        "png | 1 | 2000 | 249 | false | InvalidFile.AspectRatio: Invalid file ratio. The file"
            + " aspect ratio (height/width) must be between 8:1 and 1:8.",
        "png | 1 | 500 | 500 | true |"
            + " InvalidImageFormat: The input image must not have an alpha channel."
      })
  void framesOf27AreChecked(
      String format, int megabytes, int width, int height, boolean alpha, String says) {
    MediaFacts facts =
        new MediaFacts.Image(format, (long) megabytes * MEGABYTE, width, height, alpha);

    assertThat(fault(frame(), facts)).isEqualTo(says);
  }

  @Test
  void whatIsNoImageOfAKnownFormatIsRefused() {
    assertThat(fault(frame(), new MediaFacts.Image("gif", 9, 500, 500, false))).isEqualTo(IMAGES);
    assertThat(fault(frame(), new MediaFacts.Image("tiff", 9, 500, 500, false))).isEqualTo(IMAGES);
    assertThat(fault(frame(), new MediaFacts.Other("html", 9))).isEqualTo(IMAGES);
    assertThat(fault(frame(), new MediaFacts.Video("mp4", 9, 500, 500, 3, 30, true)))
        .isEqualTo(IMAGES);
    assertThat(fault(frame(), new MediaFacts.Other("", 9)))
        .isEqualTo("InvalidFile.Openerror: Invalid file, cannot open file as image.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wan2.6-i2v | 10 | 240 | none",
        "wan2.6-i2v | 11 | 240 | InvalidParameter: Image size is too large than 10.0 mb",
        "wan2.2-kf2v-flash | 10 | 360 | none",
        "wan2.2-kf2v-flash | 10 | 359 |"
            + " InvalidParameter: Image height or width is too small than 360",
        "wanx2.1-kf2v-plus | 10 | 100 | none",
        "wan2.6-r2v | 10 | 240 | none",
        "wan2.6-r2v | 10 | 239 |"
            + " InvalidParameter: Image height or width is too small than 240",
        "wanx2.1-vace-plus | 11 | 500 | InvalidParameter: Image size is too large than 10.0 mb"
      })
  void olderModelsHaveTheirOwnLimits(String model, int megabytes, int side, String says) {
    MediaFacts facts = new MediaFacts.Image("png", (long) megabytes * MEGABYTE, side, side, false);

    assertThat(fault(only(model, "{}"), facts)).isEqualTo(says);
  }

  @Test
  void vaceTakesTiffAndTransparency() {
    MediaInput input = only("wanx2.1-vace-plus", "{}");

    assertThat(fault(input, new MediaFacts.Image("tiff", 9, 500, 500, true))).isEqualTo("none");
    assertThat(fault(input, new MediaFacts.Image("gif", 9, 500, 500, false)))
        .isEqualTo("InvalidImageFormat: The input image is in invalid format.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mp4 | 1 | 500 | 500 | 10.05 | none",
        "mov | 100 | 240 | 1920 | 2 | none",
        "avi | 1 | 500 | 500 | 5 | FILES",
        "mp4 | 101 | 500 | 500 | 5 |"
            + " InvalidFile.Size: Invalid file size. The video file size must be less than 100MB.",
        "mp4 | 1 | 239 | 500 | 5 | InvalidFile.Resolution: Invalid video resolution. The height or"
            + " width of video must be 240 ~ 4096.",
        "mp4 | 1 | 4098 | 1000 | 5 | InvalidFile.Resolution: Invalid video resolution. The height"
            + " or width of video must be 240 ~ 4096.",
        "mp4 | 1 | 240 | 1921 | 5 | InvalidFile.AspectRatio: Invalid file ratio. The file aspect"
            + " ratio (height/width) must be between 8:1 and 1:8.",
        "mp4 | 1 | 500 | 500 | 10.2 | InvalidFile.Duration: Invalid file duration. The file"
            + " duration must be 2 s ~ 10 s.",
        "mp4 | 1 | 500 | 500 | 1.8 | InvalidFile.Duration: Invalid file duration. The file duration"
            + " must be 2 s ~ 10 s.",
      })
  void clipsOf27AreChecked(
      String format, int megabytes, int width, int height, double seconds, String says) {
    MediaInput clip = media("wan2.7-i2v", "first_clip", "https://p.test/a.mp4");
    MediaFacts facts =
        new MediaFacts.Video(
            format, (long) megabytes * MEGABYTE, width, height, seconds, 30, false);

    assertThat(fault(clip, facts)).isEqualTo(says.equals("FILES") ? FILES : says);
  }

  @Test
  void whatIsNoVideoIsRefused() {
    MediaInput clip = media("wan2.7-i2v", "first_clip", "https://p.test/a.mp4");

    assertThat(fault(clip, new MediaFacts.Image("png", 9, 500, 500, false))).isEqualTo(FILES);
    assertThat(fault(clip, new MediaFacts.Other("", 9)))
        .isEqualTo("InvalidFile.Openerror: Invalid file, cannot open file as video.");
  }

  @Test
  void framesASecondAreCheckedWhereTheyMatter() {
    MediaInput video = media("wan3.0-video", "reference_video", "https://p.test/a.mp4");
    String says = "InvalidFile.FPS: Invalid video FPS. The video FPS must be 16 ~ 60.";

    assertThat(fault(video, new MediaFacts.Video("mp4", 9, 500, 500, 3, 15, true))).isEqualTo(says);
    assertThat(fault(video, new MediaFacts.Video("mp4", 9, 500, 500, 3, 120, true)))
        .isEqualTo(says);
    assertThat(fault(video, new MediaFacts.Video("mp4", 9, 500, 500, 3, 16, true)))
        .isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.mp3 | mp3 | 1 | 2 | none",
        "a.wav | wav | 15 | 30 | none",
        "a | wav | 1 | 5 | none",
        "a.bin | mp3 | 1 | 5 | none",
        "a.mp3 | wav | 1 | 5 |"
            + " InvalidURL: File type is not supported. Allowed types are: .wav, .mp3.",
        "a.aac | aac | 1 | 5 |"
            + " InvalidURL: File type is not supported. Allowed types are: .wav, .mp3.",
        "a.mp3 | mp3 | 16 | 5 | InvalidURL: File size is larger than 15MB.",
        "a.mp3 | mp3 | 1 | 31 | InvalidURL: The input audio is longer than 30s.",
        "a.mp3 | mp3 | 1 | 1.5 | InvalidFile.Duration: Invalid file duration. The file duration"
            + " must be 2 s ~ 30 s.",
      })
  void soundIsChecked(String name, String format, int megabytes, double seconds, String says) {
    MediaInput sound = only("wan2.7-t2v", "{'audio_url': 'https://p.test/" + name + "'}");

    assertThat(fault(sound, new MediaFacts.Audio(format, (long) megabytes * MEGABYTE, seconds)))
        .isEqualTo(says);
  }

  @Test
  void theNameInADataUriIsNotBelieved() {
    MediaInput sound = only("wan2.6-t2v", "{'audio_url': 'data:audio/mp3;base64,aGVsbG8='}");

    assertThat(fault(sound, new MediaFacts.Audio("wav", 9, 5))).isEqualTo("none");
    assertThat(fault(sound, new MediaFacts.Audio("wav", 9, 2.5)))
        .isEqualTo(
            "InvalidFile.Duration: Invalid file duration. The file duration must be 3 s ~ 30 s.");
  }

  @Test
  void voicesAreChecked() {
    MediaInput input =
        only(
            "wan2.7-r2v",
            "{'media': [{'type': 'reference_image', 'url': 'https://p.test/1', 'reference_voice':"
                + " 'https://p.test/v.mp3'}]}");
    ReferenceVoice.Given voice = (ReferenceVoice.Given) input.voice();

    assertThat(MediaRules.checkVoice(voice, new MediaFacts.Audio("mp3", 9, 10))).isEmpty();
    assertThat(MediaRules.checkVoice(voice, new MediaFacts.Audio("mp3", 9, 11)))
        .contains(new WireError(400, "InvalidURL", "The input audio is longer than 10s."));
  }

  @Test
  void entriesOfReferenceUrlsMayBeEither() {
    MediaInput input = only("wan2.6-r2v", "{}");

    assertThat(fault(input, new MediaFacts.Image("png", 9, 5000, 240, false))).isEqualTo("none");
    assertThat(fault(input, new MediaFacts.Video("mp4", 9, 100, 100, 30, 12, true)))
        .isEqualTo("none");
    assertThat(fault(input, new MediaFacts.Video("mp4", 9, 100, 100, 31, 12, true)))
        .startsWith("InvalidFile.Duration: ");
    assertThat(fault(input, new MediaFacts.Audio("mp3", 9, 5))).isEqualTo(FILES);
  }

  @Test
  void documentsAndPages() {
    MediaInput file = media("wan3.0-video", "file", "https://p.test/a.pdf");
    MediaInput link = media("wan3.0-video", "link", "https://p.test/");

    assertThat(fault(file, new MediaFacts.Other("pdf", 9))).isEqualTo("none");
    assertThat(fault(file, new MediaFacts.Other("txt", 9)))
        .isEqualTo(
            "InvalidFile.Format: Invalid file format, the request file format is one of the"
                + " following types: DOCX, PPT, PPTX, PDF.");
    assertThat(fault(file, new MediaFacts.Other("pdf", 101L * MEGABYTE)))
        .isEqualTo(
            "InvalidFile.Size: Invalid file size. The document file size must be less than 100MB.");
    assertThat(fault(link, new MediaFacts.Other("html", 9))).isEqualTo("none");
  }

  private static MediaFacts video(double seconds) {
    return new MediaFacts.Video("mp4", 9, 500, 500, seconds, 30, true);
  }

  private static String together(VideoOrder order, MediaFacts... facts) {
    return MediaRules.checkTogether(order, List.of(facts)).map(WireError::message).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "5.16, 3, first_clip duration (5.16s after trim) must be less than the requested duration (3s)",
    "5, 5, first_clip duration (5.00s after trim) must be less than the requested duration (5s)",
    "4.99, 5, none"
  })
  void aContinuationIsLongerThanItsClip(double clip, int wanted, String says) {
    VideoOrder order =
        Bodies.order(
            "wan2.7-i2v",
            "{'media': [{'type': 'first_clip', 'url': 'https://p.test/a.mp4'}]}",
            "{'duration': " + wanted + "}");

    assertThat(together(order, video(clip))).isEqualTo(says);
  }

  @Test
  void atMostThreeVideosAmongFiveReferences() {
    VideoOrder order =
        Bodies.order(
            "wan2.6-r2v",
            "{'reference_urls': ['https://p.test/1', 'https://p.test/2', 'https://p.test/3',"
                + " 'https://p.test/4']}",
            "{}");
    MediaFacts image = new MediaFacts.Image("png", 9, 500, 500, false);

    assertThat(together(order, video(1), video(1), video(1), image)).isEqualTo("none");
    assertThat(together(order, video(1), video(1), video(1), video(1)))
        .isEqualTo("reference_urls allows at most 5 images and 3 videos");
  }

  @Test
  void inputsAreLimitedTogether() {
    String two =
        "{'media': [{'type': 'reference_video', 'url': 'https://p.test/1'},"
            + " {'type': 'reference_video', 'url': 'https://p.test/2'}]}";
    VideoOrder order = Bodies.order("wan3.0-video", two, "{'duration': 20}");

    assertThat(together(order, video(5), video(5))).isEqualTo("none");
    assertThat(together(order, video(8), video(8)))
        .isEqualTo("The total duration of reference_video must be no more than 15s");
    assertThat(together(order, video(6), video(5)))
        .isEqualTo("The total duration of input and output video must be no more than 30s");
  }

  @Test
  void theFactsMustBeThoseOfTheOrdersMedia() {
    VideoOrder order = Bodies.order("wan2.7-i2v", "{}", "{}");

    assertThatThrownBy(() -> MediaRules.checkTogether(order, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 files");
  }
}
