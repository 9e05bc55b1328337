package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipReaderTest {
  private static final FrameSize SIZE = new FrameSize(160, 96);

  @TempDir Path folder;

  /**
   * A film of plain frames whose luma is 20, 23, 26, ... tells by its light which frame one sees.
   */
  private static int light(int number) {
    return 20 + 3 * number;
  }

  private static Frame lit(int number) {
    Frame frame = new Frame(SIZE);
    java.util.Arrays.fill(frame.luma(), (byte) light(number));
    return frame;
  }

  private static int numberOf(Frame frame) {
    return Math.round(((frame.luma()[5000] & 255) - 20) / 3f);
  }

  private Path clip(String container, String codec, List<Integer> milliseconds) {
    Path file = folder.resolve("clip");
    List<Frame> frames = IntStream.range(0, milliseconds.size()).mapToObj(i -> lit(i)).toList();
    new SampleClip(container, codec, AVCOL_SPC_BT709, AVCOL_RANGE_MPEG, 0, milliseconds)
        .write(file, frames);
    return file;
  }

  private static List<Integer> numbers(Path file, ClipView view) {
    List<Integer> numbers = new ArrayList<>();
    Frame frame = new Frame(view.size());
    try (ClipReader reader = ClipReader.open(file, view)) {
      while (reader.read(frame)) {
        numbers.add(numberOf(frame));
      }
      assertThat(reader.read(frame)).isFalse();
    }
    return numbers;
  }

  private static List<Integer> constant(int frames, double rate) {
    return IntStream.range(0, frames).map(i -> (int) Math.round(i * 1000 / rate)).boxed().toList();
  }

  @ParameterizedTest
  @CsvSource({"mp4,mpeg4", "mov,mjpeg", "matroska,ffv1", "webm,libvpx", "avi,mpeg4"})
  void readsWhatPeopleBring(String container, String codec) {
    Path file = folder.resolve("clip");
    int range = codec.equals("mjpeg") ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    List<Frame> frames = IntStream.range(0, 12).mapToObj(i -> Scenery.clean(SIZE, i)).toList();
    new SampleClip(container, codec, AVCOL_SPC_BT709, range, 0, constant(12, 25))
        .write(file, frames);
    ClipFacts facts = (ClipFacts) MediaProbe.probe(file);
    assertThat(facts.container()).isEqualTo(container);
    assertThat(facts.frameCount()).isEqualTo(12);
    assertThat(facts.seconds()).isEqualTo(0.48, within(0.002));
    assertThat(facts.frameRate()).isEqualTo(25, within(0.1));
    Frame frame = new Frame(SIZE);
    int count = 0;
    try (ClipReader reader = ClipReader.open(file, ClipView.of(SIZE).atRate(25))) {
      while (reader.read(frame)) {
        if (range == AVCOL_RANGE_MPEG) {
          assertThat(Similarity.decibels(frame, frames.get(count))).isGreaterThan(26);
        }
        count++;
      }
    }
    assertThat(count).isEqualTo(12);
  }

  @Test
  void repeatsAndLeavesOutToTheWantedRate() {
    Path file = clip("matroska", "ffv1", constant(10, 25));
    assertThat(numbers(file, ClipView.of(SIZE).atRate(25))).containsExactlyElementsOf(range(10));
    assertThat(numbers(file, ClipView.of(SIZE).atRate(50)))
        .containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9);
    assertThat(numbers(file, ClipView.of(SIZE).atRate(30)))
        .containsExactly(0, 1, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9);
    Path fast = clip("matroska", "ffv1", constant(20, 60));
    assertThat(numbers(fast, ClipView.of(SIZE))).containsExactly(0, 2, 4, 6, 8, 10, 12, 14, 16, 18);
  }

  @Test
  void holdsAPictureAsLongAsItsTimeSays() {
    Path file = clip("matroska", "ffv1", List.of(0, 33, 500, 533, 900));
    List<Integer> numbers = numbers(file, ClipView.of(SIZE));
    assertThat(numbers).hasSize(28);
    assertThat(numbers.subList(0, 3)).containsExactly(0, 1, 1);
    assertThat(numbers.subList(13, 18)).containsExactly(1, 1, 2, 3, 3);
    assertThat(numbers.subList(25, 28)).containsExactly(3, 3, 4);
  }

  @Test
  void startsAndStopsWhereAsked() {
    Path film = film(60);
    assertThat(numbers(film, ClipView.of(SIZE).from(1.5).limitedTo(5)))
        .containsExactly(45, 46, 47, 48, 49);
    assertThat(numbers(film, ClipView.of(SIZE).from(1.9))).containsExactly(57, 58, 59);
    assertThat(numbers(film, ClipView.of(SIZE).from(7))).isEmpty();
    assertThat(numbers(film, ClipView.of(SIZE).limitedTo(0))).isEmpty();
  }

  @Test
  void findsTheLastPicture() {
    assertThat(numberOf(ClipReader.lastFrame(film(60), ClipView.of(SIZE)))).isEqualTo(59);
    Path held = clip("matroska", "ffv1", List.of(0, 40, 6000, 6040));
    assertThat(numberOf(ClipReader.lastFrame(held, ClipView.of(SIZE)))).isEqualTo(3);
    Path one = clip("matroska", "ffv1", List.of(0));
    assertThat(numberOf(ClipReader.lastFrame(one, ClipView.of(SIZE)))).isEqualTo(0);
  }

  private Path film(int frames) {
    Path film = folder.resolve("film.mp4");
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(SIZE), new Tone(440, 9))) {
      for (int i = 0; i < frames; i++) {
        writer.write(lit(i));
      }
      return writer.finish();
    }
  }

  private static List<Integer> range(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** Red is 63 in BT.709 and 81 in BT.601; a wrong matrix or range shows at once. */
  @ParameterizedTest
  @CsvSource({"false,false", "true,false", "false,true", "true,true"})
  void bringsEveryColourSpaceToOne(boolean old, boolean full) {
    double[] weights = old ? new double[] {0.299, 0.114} : new double[] {0.2126, 0.0722};
    double red = 200 / 255.0;
    double green = 80 / 255.0;
    double blue = 40 / 255.0;
    double luma = weights[0] * red + weights[1] * blue + (1 - weights[0] - weights[1]) * green;
    Frame source = new Frame(SIZE);
    fill(source.luma(), full ? 255 * luma : 16 + 219 * luma);
    fill(source.chromaBlue(), 128 + (full ? 255 : 224) * (blue - luma) / (2 * (1 - weights[1])));
    fill(source.chromaRed(), 128 + (full ? 255 : 224) * (red - luma) / (2 * (1 - weights[0])));
    Path file = folder.resolve("clip");
    new SampleClip(
            "matroska",
            "ffv1",
            old ? AVCOL_SPC_BT470BG : AVCOL_SPC_BT709,
            full ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG,
            0,
            List.of(0, 40))
        .write(file, List.of(source, source));
    int[] rgb = new int[SIZE.pixels()];
    try (ClipReader reader = ClipReader.open(file, ClipView.of(SIZE))) {
      Frame frame = new Frame(SIZE);
      reader.read(frame);
      frame.getRgb(rgb);
    }
    assertThat(rgb[7000] >> 16 & 255).isCloseTo(200, within(4));
    assertThat(rgb[7000] >> 8 & 255).isCloseTo(80, within(4));
    assertThat(rgb[7000] & 255).isCloseTo(40, within(4));
  }

  private static void fill(byte[] plane, double value) {
    java.util.Arrays.fill(plane, (byte) Math.round(value));
  }

  /** Four quarters of different light: which one is where tells how the picture was turned. */
  @ParameterizedTest
  @CsvSource({"0,40,80,120,160", "90,120,40,160,80", "180,160,120,80,40", "270,80,160,40,120"})
  void turnsPhoneVideosUpright(
      int degrees, int topLeft, int topRight, int bottomLeft, int bottomRight) {
    Frame source = new Frame(SIZE);
    for (int i = 0; i < SIZE.pixels(); i++) {
      int quarter = (i % 160 < 80 ? 0 : 1) + (i / 160 < 48 ? 0 : 2);
      source.luma()[i] = (byte) (40 * (quarter + 1));
    }
    Path file = folder.resolve("clip");
    new SampleClip("mp4", "mpeg4", AVCOL_SPC_BT709, AVCOL_RANGE_MPEG, degrees, List.of(0, 40, 80))
        .write(file, List.of(source, source, source));
    boolean sideways = degrees % 180 != 0;
    ClipFacts facts = (ClipFacts) MediaProbe.probe(file);
    assertThat(facts.width()).isEqualTo(sideways ? 96 : 160);
    assertThat(facts.height()).isEqualTo(sideways ? 160 : 96);
    FrameSize size = new FrameSize(facts.width(), facts.height());
    Frame frame = new Frame(size);
    try (ClipReader reader = ClipReader.open(file, ClipView.of(size))) {
      reader.read(frame);
    }
    assertThat(at(frame, 0.25, 0.25)).isCloseTo(topLeft, within(4));
    assertThat(at(frame, 0.75, 0.25)).isCloseTo(topRight, within(4));
    assertThat(at(frame, 0.25, 0.75)).isCloseTo(bottomLeft, within(4));
    assertThat(at(frame, 0.75, 0.75)).isCloseTo(bottomRight, within(4));
  }

  @Test
  void fitsAsAsked() {
    Frame source = new Frame(SIZE);
    for (int i = 0; i < SIZE.pixels(); i++) {
      source.luma()[i] = (byte) (i % 160 < 16 || i % 160 >= 144 ? 60 : 180);
    }
    Path file = folder.resolve("clip");
    new SampleClip("matroska", "ffv1", AVCOL_SPC_BT709, AVCOL_RANGE_MPEG, 0, List.of(0, 40))
        .write(file, List.of(source, source));
    FrameSize square = new FrameSize(96, 96);
    Frame covered = first(file, ClipView.of(square));
    assertThat(at(covered, 0.02, 0.5)).as("bars are cut off").isCloseTo(180, within(3));
    Frame stretched = first(file, ClipView.of(square).fitted(Fit.STRETCH));
    assertThat(at(stretched, 0.05, 0.5)).as("bars are narrow").isCloseTo(60, within(3));
    assertThat(at(stretched, 0.5, 0.02)).isCloseTo(180, within(3));
    Frame contained = first(file, ClipView.of(square).fitted(Fit.CONTAIN));
    assertThat(at(contained, 0.05, 0.5)).as("bars are there").isCloseTo(60, within(3));
    assertThat(at(contained, 0.5, 0.1)).as("black above").isEqualTo(16);
    assertThat(at(contained, 0.5, 0.9)).as("black below").isEqualTo(16);
    assertThat(at(contained, 0.5, 0.25)).isCloseTo(180, within(3));
  }

  private static Frame first(Path file, ClipView view) {
    Frame frame = new Frame(view.size());
    try (ClipReader reader = ClipReader.open(file, view)) {
      assertThat(reader.read(frame)).isTrue();
    }
    return frame;
  }

  private static int at(Frame frame, double x, double y) {
    int width = frame.size().width();
    return frame.luma()[(int) (y * frame.size().height()) * width + (int) (x * width)] & 255;
  }

  @Test
  void wantsAVideo() {
    Path picture = folder.resolve("picture.mp4");
    PictureWriter.writePng(Scenery.detailed(SIZE, 0, 0), picture);
    assertThatThrownBy(() -> ClipReader.open(picture, ClipView.of(SIZE)))
        .isInstanceOf(UnknownMediaException.class)
        .hasMessage("picture.mp4 is a picture (png), not a video or a sound");
  }
}
