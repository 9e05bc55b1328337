package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.VideoTask.Subject;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.PixelSize;
import io.wan4j.protocol.catalogue.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is ordered by requests in the shapes of the guides. */
class OrdersTest {
  private static String media(String... types) {
    StringBuilder media = new StringBuilder();
    for (String type : types) {
      media.append(media.isEmpty() ? "" : ", ");
      media.append("{'type': '").append(type).append("', 'url': 'https://p.test/").append(type);
      media.append("'}");
    }
    return "{'media': [" + media + "]}";
  }

  @ParameterizedTest
  @CsvSource({
    "first_frame, FirstFrame[]",
    "first_frame driving_audio, FirstFrame[]",
    "first_frame last_frame, FirstAndLastFrame[]",
    "last_frame first_frame, FirstAndLastFrame[]",
    "first_frame last_frame driving_audio, FirstAndLastFrame[]",
    "first_clip, Continuation[]",
    "first_clip last_frame, ContinuationToFrame[]"
  })
  void imageToVideoKnowsItsTaskByItsMedia(String types, String task) {
    VideoOrder order = Bodies.order("wan2.7-i2v", media(types.split(" ")), "{'duration': 12}");

    assertThat(order.task()).hasToString(task);
    assertThat(order.media()).hasSize(types.split(" ").length);
    assertThat(order.sound() instanceof SoundChoice.Given)
        .isEqualTo(types.contains("driving_audio"));
    assertThat(order.size()).isEqualTo(new SizeChoice.FollowsInput(Tier.P1080, true));
  }

  @ParameterizedTest
  @CsvSource({
    "first_frame, FirstFrame[]",
    "first_frame last_frame, FirstAndLastFrame[]",
    "reference_image reference_video reference_audio, References[]",
    "reference_audio, References[]",
    "file, Text[]",
    "link reference_image, References[]"
  })
  void theGeneralModelKnowsItsTaskByItsMedia(String types, String task) {
    VideoOrder order = Bodies.order("wan3.0-video", media(types.split(" ")), "{}");

    assertThat(order.task()).hasToString(task);
    assertThat(order.sound()).isEqualTo(new SoundChoice.Made());
  }

  @Test
  void mediaAloneAreEnoughForTheGeneralModel() {
    VideoOrder order =
        Bodies.order(
            "wan3.0-video", media("first_frame").replace("}]}", "}], 'prompt': ''}"), "{}");

    assertThat(order.task()).isEqualTo(new VideoTask.FirstFrame());
  }

  @ParameterizedTest
  @CsvSource({
    "first_frame, adaptive, input",
    "reference_video, adaptive, input",
    "reference_audio, adaptive, 1280*720",
    "link, adaptive, 1280*720",
    "first_frame, 9:16, 720*1280",
    "reference_image, 4:3, 1104*832"
  })
  void adaptiveFollowsWhatCanBeSeen(String type, String ratio, String size) {
    VideoOrder order =
        Bodies.order(
            "wan3.0-video", media(type), "{'resolution': '720P', 'ratio': '" + ratio + "'}");

    assertThat(order.size() instanceof SizeChoice.Exact exact ? exact.size().toString() : "input")
        .isEqualTo(size);
  }

  @Test
  void theModelMayChooseTheLength() {
    assertThat(Bodies.order("wan3.0-video", "{}", "{'duration': -1}").length())
        .isEqualTo(new Length.Free(2, 30, 5));
  }

  @Test
  void referencesKeepTheirOrderAndAFirstFrameOverrulesTheRatio() {
    VideoOrder order =
        Bodies.order(
            "wan2.7-r2v",
            media("reference_video", "first_frame", "reference_image"),
            "{'ratio': '9:16', 'resolution': '720P', 'duration': 10}");

    assertThat(order.task()).isEqualTo(new VideoTask.ReferencesFromFrame());
    assertThat(order.media())
        .extracting(MediaInput::role)
        .containsExactly(
            MediaRole.REFERENCE_VIDEO, MediaRole.FIRST_FRAME, MediaRole.REFERENCE_IMAGE);
    assertThat(order.media()).extracting(MediaInput::field).contains("input.media.1");
    assertThat(order.size()).isEqualTo(new SizeChoice.FollowsInput(Tier.P720, true));
    assertThat(Bodies.order("wan2.7-r2v", media("reference_image"), "{'ratio': '9:16'}").size())
        .isEqualTo(new SizeChoice.Exact(Tier.P1080, "9:16", new PixelSize(1080, 1920)));
  }

  @ParameterizedTest
  @CsvSource({"auto, OfInputOrMade[]", "origin, OfInput[]", "no_audio, Silent[]"})
  void anEditKeepsOrRemakesTheSound(String setting, String sound) {
    VideoOrder order =
        Bodies.order("wan2.7-videoedit", "{}", "{'audio_setting': '" + setting + "'}");

    assertThat(order.task()).isEqualTo(new VideoTask.Edit());
    assertThat(order.sound()).hasToString(sound);
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 7.5", "4, 4, 4", "9, 9, 7.5"})
  void anEditIsAsLongAsItsVideoOrCut(int duration, int atMost, double output) {
    VideoOrder order = Bodies.order("wan2.7-videoedit", "{}", "{'duration': " + duration + "}");

    assertThat(order.length()).isEqualTo(new Length.OfInput(atMost));
    assertThat(order.length().outputSeconds(7.5)).isEqualTo(output);
  }

  @ParameterizedTest
  @CsvSource({
    "wan2.6-t2v, multi, true, MULTI",
    "wan2.6-t2v, multi, false, SINGLE",
    "wan2.6-t2v, single, true, SINGLE",
    "wan2.6-t2v, auto, true, AS_PROMPTED",
    "wan2.6-r2v, multi, false, MULTI",
    "wan2.7-t2v, multi, true, AS_PROMPTED"
  })
  void multipleShotsNeedTheRewrittenPrompt(
      String model, String given, boolean extend, ShotType read) {
    VideoOrder order =
        Bodies.order(
            model, "{}", "{'shot_type': '" + given + "', 'prompt_extend': " + extend + "}");

    assertThat(order.shotType()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "wan2.7-t2v, true, false",
    "wan2.6-t2v, true, false",
    "wan2.5-t2v-preview, true, true",
    "wan2.5-t2v-preview, false, false",
    "wanx2.1-t2v-plus, true, true",
    "wan3.0-video, true, false"
  })
  void onlyOldModelsTellTheRewrittenPrompt(String model, boolean extend, boolean tells) {
    assertThat(Bodies.order(model, "{}", "{'prompt_extend': " + extend + "}").tellsActualPrompt())
        .isEqualTo(tells);
  }

  private static VideoOrder vace(String input, String parameters) {
    return Bodies.order("wan2.1-vace-plus", input, parameters);
  }

  @Test
  void vaceMakesFilmsWithReferences() {
    VideoOrder order =
        vace(
            "{'ref_images_url': ['https://p.test/1', 'https://p.test/2']}",
            "{'obj_or_bg': ['bg', 'obj'], 'size': '720*1280'}");

    assertThat(order.task())
        .isEqualTo(new VideoTask.ImageReference(List.of(Subject.BACKGROUND, Subject.OBJECT)));
    assertThat(order.size())
        .isEqualTo(new SizeChoice.Exact(Tier.P720, "9:16", new PixelSize(720, 1280)));
    assertThat(order.hasSound()).isFalse();
  }

  @Test
  void vaceRepaints() {
    VideoOrder order =
        vace(
            "{'function': 'video_repainting', 'video_url': 'https://p.test/1.mp4',"
                + " 'ref_images_url': null}",
            "{'control_condition': 'scribble', 'strength': 0.5, 'size': '960*960'}");

    assertThat(order.task()).isEqualTo(new VideoTask.Repaint("scribble", 0.5));
    assertThat(order.media()).extracting(MediaInput::role).containsExactly(MediaRole.VIDEO);
    assertThat(order.size()).isEqualTo(new SizeChoice.FollowsInput(Tier.P720, false));
    assertThat(order.length()).isEqualTo(new Length.OfInput(5));
  }

  @Test
  void vaceEditsUnderAMask() {
    VideoOrder order =
        vace(
            "{'function': 'video_edit', 'video_url': 'https://p.test/1.mp4', 'mask_image_url':"
                + " 'https://p.test/m.png', 'ref_images_url': ['https://p.test/r.png']}",
            "{'mask_frame_id': 3, 'mask_type': 'fixed', 'expand_mode': 'bbox'}");

    assertThat(order.task()).isEqualTo(new VideoTask.MaskedEdit("", 3, false, 0.05, "bbox"));
    assertThat(order.media())
        .extracting(MediaInput::role)
        .containsExactly(MediaRole.VIDEO, MediaRole.MASK_IMAGE, MediaRole.REFERENCE_IMAGE);
  }

  @Test
  void vaceExtends() {
    VideoOrder order =
        vace(
            "{'function': 'video_extension', 'first_clip_url': 'https://p.test/1.mp4',"
                + " 'last_frame_url': 'oss://up/猫.png'}",
            "{}");

    assertThat(order.task()).isEqualTo(new VideoTask.Extension(""));
    assertThat(order.length()).isEqualTo(new Length.Seconds(5));
    assertThat(order.media())
        .extracting(MediaInput::role)
        .containsExactlyInAnyOrder(MediaRole.FIRST_CLIP, MediaRole.LAST_FRAME);
  }

  @Test
  void vaceOutpaints() {
    VideoOrder order =
        vace(
            "{'function': 'video_outpainting', 'video_url': 'https://p.test/1.mp4'}",
            "{'top_scale': 1.5, 'left_scale': 2}");

    assertThat(order.task()).isEqualTo(new VideoTask.Outpaint(1.5, 1, 2, 1));
  }
}
