package io.wan4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine must do, whatever it is made of. An engine's test extends this class. */
public abstract class EngineContract {
  private static final FrameSize SIZE = new FrameSize(320, 192);
  private static final int FRAMES = 20;

  @TempDir Path folder;
  private VideoEngine engine;

  /** A fresh engine; the contract closes it. */
  protected abstract VideoEngine open();

  /** The frame rate that this engine is asked for. */
  protected int frameRate() {
    return 30;
  }

  /** How alike (PSNR in dB) frame 0 and a given first frame must be before encoding. */
  protected double firstFrameDecibels() {
    return 30;
  }

  @BeforeEach
  void openEngine() {
    engine = open();
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  @Test
  void hasAName() {
    assertThat(engine.name()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  void estimatesBeforeItWorks() {
    Estimate estimate = engine.estimate(words("a calm sea at dawn", 1, new SoundPlan.Silent()));
    assertThat(estimate.seconds()).isPositive();
    assertThat(estimate.bytes()).isPositive();
  }

  @Test
  void estimatesByNumbersAndOpensNoFile() {
    Picture absent = new Picture(folder.resolve("absent.png"), 640, 384);
    Brief brief = brief(new Material.FirstFrame(absent), "it turns", 1);
    assertThat(engine.estimate(brief).seconds()).isPositive();
  }

  @Test
  void deliversExactlyTheFramesAskedFor() {
    try (Take take = render(words("a calm sea at dawn", 1, new SoundPlan.Silent()))) {
      assertThat(take.size()).isEqualTo(SIZE);
      assertThat(take.frameRate()).isEqualTo(frameRate());
      assertThat(take.frameCount()).isEqualTo(FRAMES);
      Frame frame = new Frame(SIZE);
      for (int i = 0; i < FRAMES; i++) {
        assertThat(take.read(frame)).as("frame %d", i).isTrue();
      }
      assertThat(take.read(frame)).as("after the last frame").isFalse();
      assertThat(take.read(frame)).as("and ever after").isFalse();
    }
  }

  @Test
  void fillsTheWholeFrameWithAPicture() {
    try (Take take = render(words("a forest in the morning", 1, new SoundPlan.Silent()))) {
      Frame frame = new Frame(SIZE);
      take.read(frame);
      assertThat(shades(frame)).as("shades of grey in frame 0").isGreaterThan(16);
    }
  }

  @Test
  void sameSeedSameFilm() {
    Brief brief = words("a red car in a city street at night", 7, new SoundPlan.Silent());
    assertThat(digest(brief)).isEqualTo(digest(brief));
  }

  @Test
  void otherSeedOtherFilm() {
    assertThat(digest(words("a red car in a city street", 7, new SoundPlan.Silent())))
        .isNotEqualTo(digest(words("a red car in a city street", 8, new SoundPlan.Silent())));
  }

  @Test
  void silentBriefGivesNoSound() {
    try (Take take = render(words("a storm", 1, new SoundPlan.Silent()))) {
      assertThat(take.sound()).isEmpty();
    }
  }

  @Test
  void madeSoundIsSaneAndEnds() {
    try (Take take = render(words("heavy rain and wind", 1, new SoundPlan.Made()));
        SoundSource sound = take.sound().orElseGet(SoundSource::silence)) {
      float[] block = new float[2 * 4096];
      long read = 0;
      int count;
      while ((count = sound.read(block, 0, 4096)) > 0) {
        read += count;
        for (int i = 0; i < 2 * count; i++) {
          assertThat(block[i]).isBetween(-1f, 1f);
        }
        assertThat(read).isLessThan(60L * SoundSource.SAMPLE_RATE);
      }
    }
  }

  @Test
  void stopsWhenCancelled() {
    AtomicInteger asked = new AtomicInteger();
    Progress impatient =
        new Progress() {
          @Override
          public void at(String stage, double fraction) {}

          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() > 3;
          }
        };
    Brief brief = words("a calm sea", 1, new SoundPlan.Silent());
    assertThatThrownBy(
            () -> {
              try (Take take = engine.render(brief, impatient)) {
                Frame frame = new Frame(SIZE);
                while (take.read(frame)) {
                  assertThat(frame.size()).isEqualTo(SIZE);
                }
              }
            })
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void canBeLeftInTheMiddle() {
    Brief brief = words("a calm sea", 1, new SoundPlan.Silent());
    try (Take take = render(brief)) {
      take.read(new Frame(SIZE));
    }
    assertThat(digest(brief)).as("a film after an abandoned one").isNotEmpty();
  }

  @Test
  void reportsProgressUpwards() {
    List<Double> fractions = new ArrayList<>();
    Progress listener =
        new Progress() {
          @Override
          public synchronized void at(String stage, double fraction) {
            fractions.add(fraction);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    try (Take take = engine.render(words("a calm sea", 1, new SoundPlan.Silent()), listener)) {
      Frame frame = new Frame(SIZE);
      while (take.read(frame)) {
        assertThat(frame.size()).isEqualTo(SIZE);
      }
    }
    assertThat(fractions).isNotEmpty().isSorted();
    assertThat(fractions.getLast()).isBetween(0.9, 1.0);
  }

  @Test
  void showsThePictureBeforeTheFilmIsWhole() throws IOException {
    Queue<Preview> previews = new ConcurrentLinkedQueue<>();
    Progress viewer =
        new Progress() {
          @Override
          public void at(String stage, double fraction) {}

          @Override
          public void preview(Preview preview) {
            previews.add(preview);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    try (Take take = engine.render(words("a calm sea", 1, new SoundPlan.Silent()), viewer)) {
      take.read(new Frame(SIZE));
      assertThat(previews).as("previews by the time of frame 0").isNotEmpty();
    }
    Preview preview = previews.element();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(preview.jpeg()));
    assertThat(image.getWidth()).isEqualTo(preview.width());
    assertThat(image.getHeight()).isEqualTo(preview.height());
    assertThat((double) preview.width() / preview.height()).isCloseTo(SIZE.aspect(), within(0.02));
  }

  @Test
  void beginsWithTheGivenPicture() throws IOException {
    BufferedImage picture = picture(SIZE, Color.ORANGE, Color.BLUE);
    Brief brief = brief(new Material.FirstFrame(saved(picture, "first.png")), "", 3);
    try (Take take = render(brief)) {
      Frame frame = new Frame(SIZE);
      take.read(frame);
      assertThat(decibels(frame, picture)).isGreaterThan(firstFrameDecibels());
    }
  }

  @Test
  void endsOnTheGivenPicture() throws IOException {
    BufferedImage first = picture(SIZE, Color.ORANGE, Color.BLUE);
    BufferedImage last = picture(SIZE, Color.GREEN, Color.BLACK);
    Brief brief =
        brief(
            new Material.FirstAndLastFrame(saved(first, "first.png"), saved(last, "last.png")),
            "",
            3);
    try (Take take = render(brief)) {
      Frame frame = new Frame(SIZE);
      take.read(frame);
      assertThat(decibels(frame, first)).isGreaterThan(firstFrameDecibels());
      for (int i = 1; i < FRAMES; i++) {
        take.read(frame);
      }
      assertThat(decibels(frame, last)).isGreaterThan(firstFrameDecibels());
    }
  }

  private Take render(Brief brief) {
    return engine.render(brief, Progress.NONE);
  }

  private Brief words(String prompt, long seed, SoundPlan sound) {
    return new Brief(
        new Material.Words(),
        prompt,
        "",
        SIZE,
        frameRate(),
        FRAMES,
        seed,
        ShotPlan.BY_PROMPT,
        sound);
  }

  private Brief brief(Material material, String prompt, long seed) {
    return new Brief(
        material,
        prompt,
        "",
        SIZE,
        frameRate(),
        FRAMES,
        seed,
        ShotPlan.BY_PROMPT,
        new SoundPlan.Silent());
  }

  private String digest(Brief brief) {
    try (Take take = render(brief)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Frame frame = new Frame(SIZE);
      while (take.read(frame)) {
        digest.update(frame.luma());
        digest.update(frame.chromaBlue());
        digest.update(frame.chromaRed());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } finally {
      engine.forget(brief); // the next film shall be made anew
    }
  }

  private static long shades(Frame frame) {
    boolean[] seen = new boolean[256];
    for (byte value : frame.luma()) {
      seen[value & 255] = true;
    }
    long count = 0;
    for (boolean shade : seen) {
      count += shade ? 1 : 0;
    }
    return count;
  }

  private Picture saved(BufferedImage image, String name) throws IOException {
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return new Picture(file, image.getWidth(), image.getHeight());
  }

  private static BufferedImage picture(FrameSize size, Color from, Color to) {
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, from, size.width(), size.height(), to));
    graphics.fillRect(0, 0, size.width(), size.height());
    graphics.setColor(Color.WHITE);
    graphics.fillOval(size.width() / 4, size.height() / 4, size.width() / 5, size.width() / 5);
    graphics.dispose();
    return image;
  }

  private static double decibels(Frame frame, BufferedImage image) {
    FrameSize size = frame.size();
    Frame expected = new Frame(size);
    expected.setRgb(image.getRGB(0, 0, size.width(), size.height(), null, 0, size.width()));
    double squares = 0;
    for (int i = 0; i < frame.luma().length; i++) {
      int difference = (frame.luma()[i] & 255) - (expected.luma()[i] & 255);
      squares += difference * difference;
    }
    double mean = squares / frame.luma().length;
    return mean == 0 ? 99 : 10 * Math.log10(255 * 255 / mean);
  }
}
