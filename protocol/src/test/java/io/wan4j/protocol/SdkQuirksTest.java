package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.error.WireError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SDKs and other clients put into bodies beside what they were asked to. */
class SdkQuirksTest {
  static Stream<String> models() {
    return Bodies.CATALOGUE.all().stream().map(ModelCard::name);
  }

  /** Every model takes what the SDKs always add, leftovers of other generations, and nulls. */
  @ParameterizedTest
  @MethodSource("models")
  void extrasAreIgnoredByEveryModel(String model) {
    String input =
        "{'extend_prompt': true, 'negative_prompt': null, 'template': null, 'audio_url': null,"
            + " 'head_frame': null, 'tail_frame': null, 'reference_url': null,"
            + " 'reference_video_urls': null, 'reference_video_description': null, 'mystery': {}}";
    String parameters =
        "{'with_audio': false, 'size': null, 'resolution': null, 'ratio': null, 'duration': null,"
            + " 'seed': null, 'prompt_extend': null, 'watermark': null, 'shot_type': null,"
            + " 'audio_setting': null, 'audio': null, 'steps': 30, 'enable_overlays': true,"
            + " 'fps': 24, 'motion_strength': null, 'format': 'mp4', 'parameters': {'seed': 'x'}}";

    assertThat(Bodies.order(model, input, parameters)).isEqualTo(Bodies.order(model, "{}", "{}"));
  }

  @Test
  void pythonNamesAFunctionThatIsNone() {
    assertThat(Bodies.order("wan2.7-t2v", "{'function': 'video-synthesis'}", "{}").task())
        .isEqualTo(new VideoTask.Text());
  }

  @Test
  void pythonSendsNullForNoPrompt() {
    assertThat(Bodies.order("wan2.7-i2v", "{'prompt': null}", "{}").prompt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wan2.7-t2v", "wan2.6-t2v", "wan2.6-i2v-flash", "wan3.0-video"})
  void javasWithAudioNeverMutes(String model) {
    assertThat(Bodies.order(model, "{}", "{'with_audio': false}").sound())
        .isEqualTo(new SoundChoice.Made());
  }

  @ParameterizedTest
  @CsvSource({
    "wan2.6-i2v-flash, true",
    "wan2.6-r2v-flash, true",
    "wan3.0-video, true",
    "wan3.0-video-prime, true",
    "wan2.7-t2v, false",
    "wan2.7-i2v, false",
    "wan2.6-i2v, false",
    "wan2.5-t2v-preview, false"
  })
  void audioFalseMutesOnlyWhereThereIsASwitch(String model, boolean mutes) {
    assertThat(Bodies.order(model, "{}", "{'audio': false}").hasSound()).isNotEqualTo(mutes);
  }

  @Test
  void audioFalseBeatsTheSoundFileWhichIsNotFetched() {
    String input = "{'audio_url': 'https://pics.test/a.mp3'}";
    VideoOrder loud = Bodies.order("wan2.6-i2v-flash", input, "{}");
    VideoOrder mute = Bodies.order("wan2.6-i2v-flash", input, "{'audio': false}");

    assertThat(loud.sound())
        .isEqualTo(new SoundChoice.Given(loud.firstOf(MediaRole.DRIVING_AUDIO).orElseThrow()));
    assertThat(mute.sound()).isEqualTo(new SoundChoice.Silent());
    assertThat(mute.media()).extracting(MediaInput::role).containsExactly(MediaRole.FIRST_FRAME);
  }

  @Test
  void silentModelsDoNotLookAtSoundFiles() {
    VideoOrder order =
        Bodies.order("wan2.2-t2v-plus", "{'audio_url': 'https://pics.test/a.mp3'}", "{}");

    assertThat(order.media()).isEmpty();
    assertThat(order.hasSound()).isFalse();
  }

  @Test
  void textToVideoIgnoresMedia() {
    VideoOrder order =
        Bodies.order("wan2.7-t2v", "{'media': [{'type': 'nonsense'}], 'img_url': 7}", "{}");

    assertThat(order.media()).isEmpty();
    assertThat(order.task()).isEqualTo(new VideoTask.Text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference_voice", "referenceVoice"})
  void voicesAreTakenInBothSpellings(String spelling) {
    VideoOrder order =
        Bodies.order(
            "wan2.7-r2v",
            "{'media': [{'type': 'reference_image', 'url': 'oss://up/1 猫.png', '"
                + spelling
                + "': 'https://pics.test/v.mp3', 'referenceDescription': 'a cat'}]}",
            "{}");

    MediaInput input = order.media().getFirst();
    assertThat(input.url()).isEqualTo(new MediaUrl.Oss("up/1 猫.png"));
    assertThat(input.voice())
        .isInstanceOfSatisfying(
            ReferenceVoice.Given.class,
            voice -> assertThat(voice.url().text()).isEqualTo("https://pics.test/v.mp3"));
  }

  @Test
  void aVoiceOnAFirstFrameIsIgnored() {
    VideoOrder order =
        Bodies.order(
            "wan2.7-r2v",
            "{'media': [{'type': 'first_frame', 'url': 'https://p.test/1', 'reference_voice': 7},"
                + " {'type': 'reference_image', 'url': 'https://p.test/2', 'referenceVoice':"
                + " null}]}",
            "{}");

    assertThat(order.task()).isEqualTo(new VideoTask.ReferencesFromFrame());
    assertThat(order.media()).extracting(MediaInput::voice).containsOnly(new ReferenceVoice.Own());
  }

  @Test
  void headAndTailFrameAreOlderNamesOfTheFrames() {
    VideoOrder order =
        Bodies.order(
            "wan2.2-kf2v-flash",
            "{'first_frame_url': null, 'last_frame_url': null, 'head_frame': 'https://p.test/h',"
                + " 'tail_frame': 'https://p.test/t'}",
            "{}");

    assertThat(order.task()).isEqualTo(new VideoTask.FirstAndLastFrame());
    assertThat(order.media())
        .extracting(input -> input.url().text())
        .containsExactly("https://p.test/h", "https://p.test/t");
    assertThat(
            Bodies.order("wan2.2-kf2v-flash", "{'head_frame': 'https://p.test/h'}", "{}").media())
        .extracting(input -> input.url().text())
        .startsWith("https://pics.test/a.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'reference_urls': null, 'reference_video_urls': ['https://p.test/1']}",
        "{'reference_urls': null, 'reference_url': 'https://p.test/1'}",
        "{'reference_urls': null, 'reference_url': ['https://p.test/1']}",
        "{'reference_urls': [null, 'https://p.test/1'], 'reference_url': 'https://p.test/2'}"
      })
  void theListOfReferencesHasOlderNames(String input) {
    VideoOrder order = Bodies.order("wan2.6-r2v", input, "{}");

    assertThat(order.task()).isEqualTo(new VideoTask.References());
    assertThat(order.media())
        .extracting(media -> media.url().text())
        .containsExactly("https://p.test/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", "'7'", "'7.0'", "7e0"})
  void numbersComeInManyShapes(String seven) {
    VideoOrder order =
        Bodies.order("wan2.7-t2v", "{}", "{'duration': " + seven + ", 'seed': " + seven + "}");

    assertThat(order.length()).isEqualTo(new Length.Seconds(7));
    assertThat(order.seed()).isEqualTo(new SeedChoice.Fixed(7));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "'\"True\"', true", "1, true", "'\"false\"', false", "0, false"})
  void booleansComeInManyShapes(String value, boolean read) {
    VideoOrder order = Bodies.order("wan2.7-t2v", "{}", "{'watermark': " + value + "}");

    assertThat(order.watermark()).isEqualTo(read);
  }

  @Test
  void seedsReachTheirBounds() {
    assertThat(Bodies.order("wan2.7-t2v", "{}", "{'seed': 0}").seed())
        .isEqualTo(new SeedChoice.Fixed(0));
    assertThat(Bodies.order("wan2.7-t2v", "{}", "{'seed': 2147483647}").seed())
        .isEqualTo(new SeedChoice.Fixed(2147483647));
  }

  @Test
  void dataUrisAreTakenForImagesAndForSound() {
    VideoOrder order =
        Bodies.order(
            "wan2.5-i2v-preview",
            "{'img_url': 'data:image/png;base64,aGVsbG8=',"
                + " 'audio_url': 'data:audio/mp3;base64,aGVsbG8='}",
            "{}");

    assertThat(order.media())
        .extracting(MediaInput::url)
        .hasOnlyElementsOfType(MediaUrl.Data.class)
        .hasSize(2);
  }

  @Test
  void bothCreatePathsTakeEveryModelSoTheNameAloneCounts() {
    assertThat(Bodies.check(SynthesisRequest.parse("{\"model\":\"wan9\",\"input\":{}}")))
        .isEqualTo(new Verdict.Refused(new WireError(400, "InvalidParameter", "Model not exist.")));
  }

  @Test
  void nulCharactersAreDropped() {
    assertThat(Bodies.order("wan2.7-t2v", "{'prompt': 'a\\u0000b'}", "{}").originalPrompt())
        .isEqualTo("ab");
  }
}
