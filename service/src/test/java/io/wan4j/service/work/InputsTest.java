package io.wan4j.service.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Reference;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Voice;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.media.SoundReader;
import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.ServiceFixture;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskState;
import io.wan4j.service.upload.UploadPolicy;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** Files of every kind on their way from a request to the engine's brief. */
class InputsTest extends ServiceFixture {
  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  /** A sawtooth, loud enough to be told from silence. */
  private static byte[] wav(double seconds) throws IOException {
    int samples = (int) (seconds * 16_000);
    byte[] data = new byte[samples * 2];
    for (int i = 0; i < samples; i++) {
      data[2 * i + 1] = (byte) (i % 100 - 50);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(
            new ByteArrayInputStream(data), new AudioFormat(16_000, 16, 1, true, false), samples),
        AudioFileFormat.Type.WAVE,
        out);
    return out.toByteArray();
  }

  private byte[] mp4(int width, int height, int frames) throws IOException {
    Path file = folder.resolve("clip-" + frames + ".mp4");
    FrameSize size = new FrameSize(width, height);
    try (FilmWriter writer = FilmWriter.open(file, FilmFormat.of(size))) {
      Frame frame = new Frame(size);
      for (int i = 0; i < frames; i++) {
        writer.write(frame);
      }
      writer.finish();
    }
    return Files.readAllBytes(file);
  }

  private String upload(String name, byte[] content) {
    UploadPolicy policy = service.uploads().policy(ANN, "any");
    return service
        .uploads()
        .receive(
            Map.of(
                "policy", policy.policy(),
                "signature", policy.signature(),
                "key", policy.uploadDir() + "/" + name),
            new ByteArrayInputStream(content))
        .address();
  }

  private TaskRecord submit(String json) {
    return submit(ANN, SynthesisRequest.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  private TaskState.Failed failed(String json) {
    return (TaskState.Failed) awaitStatus(submit(json), TaskStatus.FAILED).state();
  }

  @Test
  void aPictureWithinTheRequestGivesTheFilmItsShape() throws Exception {
    String picture = Base64.getEncoder().encodeToString(png(750, 1000));
    awaitFilm(
        submit(
            """
            {"model":"wan2.7-i2v","input":{"prompt":"x","media":[
              {"type":"first_frame","url":"data:image/png;base64,%s"}]},
             "parameters":{"resolution":"720P","duration":2,"prompt_extend":false}}
            """
                .formatted(picture)));

    Brief brief = engine.briefs().getFirst();
    assertThat(brief.size()).hasToString("816x1104");
    assertThat(brief.frameCount()).isEqualTo(60);
    assertThat(((Material.FirstFrame) brief.material()).first().width()).isEqualTo(750);
  }

  @Test
  void aFrameMayCarryAnAlphaChannelButNothingMayBeSeenThroughIt() throws Exception {
    String request =
        """
        {"model":"wan2.7-i2v","input":{"media":[{"type":"first_frame","url":"%s"}]},
         "parameters":{"resolution":"720P","duration":2}}
        """;

    awaitFilm(submit(request.formatted(upload("opaque.png", pngWithAlpha(0xFF)))));
    assertThat(failed(request.formatted(upload("glass.png", pngWithAlpha(0x7F)))).code())
        .isEqualTo("InvalidImageFormat");
    assertThat(engine.briefs()).hasSize(1);
  }

  private static byte[] pngWithAlpha(int alpha) throws IOException {
    BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 300 * 300; i++) {
      image.setRGB(i % 300, i / 300, alpha << 24 | i);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void aGivenSoundIsLaidUnderTheFilm() throws Exception {
    String sound = upload("speech 你好.wav", wav(2.0));
    TaskState.Film film =
        awaitFilm(
            submit(
                """
                {"model":"wan2.7-t2v","input":{"prompt":"long","audio_url":"%s"},
                 "parameters":{"resolution":"720P","duration":3,"prompt_extend":false}}
                """
                    .formatted(sound)));

    assertThat(engine.briefs().getFirst().sound()).isInstanceOf(SoundPlan.Given.class);
    Path file = folder.resolve("film.mp4");
    try (var in = service.store().open(film.artifact(), 0, film.bytes())) {
      Files.copy(in, file);
    }
    float[] stereo = new float[2 * 4000];
    try (SoundSource heard = SoundReader.open(file)) {
      assertThat(heard.read(stereo, 0, 4000)).isEqualTo(4000);
    }
    assertThat(loudest(stereo)).isGreaterThan(0.1f);
  }

  private static float loudest(float[] samples) {
    float loudest = 0;
    for (float sample : samples) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    return loudest;
  }

  @Test
  void referencesKeepTheirOrderAndTheirVoices() throws Exception {
    String clip = upload("a.mp4", mp4(320, 240, 45));
    String picture = upload("a.png", png(300, 300));
    String voice = upload("a.wav", wav(1.5));
    TaskState.Film film =
        awaitFilm(
            submit(
                """
                {"model":"wan2.7-r2v","input":{"prompt":"x","media":[
                  {"type":"reference_video","url":"%s"},
                  {"type":"reference_image","url":"%s","reference_voice":"%s"}]},
                 "parameters":{"resolution":"720P","duration":5}}
                """
                    .formatted(clip, picture, voice)));

    Material.References cast = (Material.References) engine.briefs().getFirst().material();
    assertThat(cast.references()).hasSize(2);
    assertThat(((Reference.OfClip) cast.references().get(0)).clip().seconds()).isEqualTo(1.5);
    assertThat(cast.references().get(1).voice()).isInstanceOf(Voice.Sampled.class);
    assertThat(film.bill().billedSeconds()).isEqualByComparingTo("6.5");
  }

  @Test
  void theWordsOfAFileReachTheEngine() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<w><p><t>A lighthouse at dawn</t></p></w>".getBytes(StandardCharsets.UTF_8));
    }
    awaitFilm(
        submit(
            """
            {"model":"wan3.0-video","input":{"prompt":"x","media":[
              {"type":"file","url":"%s"}]},"parameters":{"resolution":"480P","duration":2}}
            """
                .formatted(upload("a.docx", packed.toByteArray()))));

    Material.Words words = (Material.Words) engine.briefs().getFirst().material();
    assertThat(words.documents().getFirst().text()).isEqualTo("A lighthouse at dawn");
  }

  @Test
  void theVideoOfAnExtensionAndTheControlOfAMaskReachTheEngine() throws Exception {
    String clip = upload("a.mp4", mp4(400, 400, 45));
    String picture = upload("a.png", png(400, 400));
    awaitFilm(
        submit(
            """
            {"model":"wanx2.1-vace-plus","input":{"function":"video_extension","prompt":"x",
              "first_frame_url":"%s","video_url":"%s"},
             "parameters":{"control_condition":"depth"}}
            """
                .formatted(picture, clip)));
    Material.Extension extension = (Material.Extension) engine.briefs().getLast().material();
    assertThat(extension.guide())
        .isInstanceOfSatisfying(
            Material.Guide.Following.class,
            following -> {
              assertThat(following.control()).isEqualTo("depth");
              assertThat(following.video().seconds()).isEqualTo(1.5);
            });
    awaitFilm(
        submit(
            """
            {"model":"wanx2.1-vace-plus","input":{"function":"video_edit","prompt":"x",
              "video_url":"%s","mask_image_url":"%s"},
             "parameters":{"control_condition":"posebodyface"}}
            """
                .formatted(clip, picture)));
    assertThat(((Material.MaskedEdit) engine.briefs().getLast().material()).control())
        .isEqualTo("posebodyface");
  }

  @Test
  void anEditIsAsLongAsItsVideo() throws Exception {
    String clip = upload("a.mp4", mp4(320, 240, 75));
    TaskState.Film film =
        awaitFilm(
            submit(
                """
                {"model":"wan2.7-videoedit","input":{"prompt":"x","media":[
                  {"type":"video","url":"%s"}]},"parameters":{"resolution":"720P"}}
                """
                    .formatted(clip)));

    assertThat(engine.briefs().getFirst().frameCount()).isEqualTo(75);
    assertThat(engine.briefs().getFirst().sound()).isInstanceOf(SoundPlan.Made.class);
    assertThat(film.bill().billedSeconds()).isEqualByComparingTo("5");
  }

  @Test
  void filesThatWillNotDoFailTheTaskInTheCloudsWords() throws Exception {
    String request =
        """
        {"model":"wan2.7-i2v","input":{"media":[{"type":"first_frame","url":"%s"}]},
         "parameters":{}}
        """;

    assertThat(failed(request.formatted(upload("a.png", png(100, 100)))).message())
        .isEqualTo("Image height or width is too small than 240");
    assertThat(failed(request.formatted(upload("a.png", "text".getBytes()))).code())
        .startsWith("Invalid");
    byte[] broken = java.util.Arrays.copyOf(png(300, 300), 100);
    assertThat(failed(request.formatted(upload("a.png", broken))).message())
        .isEqualTo("Invalid file, cannot open file as image.");
    assertThat(failed(request.formatted("oss://no/such.png")).message())
        .isEqualTo("Failed to download oss://no/such.png");
    assertThat(engine.briefs()).isEmpty();
  }
}
