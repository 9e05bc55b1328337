package io.wan4j.engine.wan.film;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.FolderChoice;
import io.wan4j.engine.wan.Score;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.engine.wan.WanSettings;
import io.wan4j.engine.wan.fit.EightBits;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.media.PictureWriter;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.DType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Engines with tiny checkpoints, briefs, pictures and clips for tests. */
final class Films {
  static final FrameSize SIZE = new FrameSize(112, 64);
  static final int RATE = 30;

  private Films() {}

  static WanEngine engine(Path folder, String... kinds) {
    return engine(folder, EightBits.NEVER, kinds);
  }

  static WanEngine engine(Path folder, EightBits eightBits, String... kinds) {
    List<Path> checkpoints = new ArrayList<>();
    for (String kind : kinds) {
      Path place = folder.resolve("checkpoints").resolve(kind);
      checkpoints.add(
          Files.exists(place.resolve("model_index.json"))
              ? place
              : TinyCheckpoint.of(kind, 1).write(place));
    }
    return new WanEngine(
        WanSettings.in(folder.resolve("work"))
            .withType(DType.FLOAT32)
            .withSteps(2)
            .withEightBits(eightBits),
        new FolderChoice(checkpoints),
        Score.silent(),
        Clock.systemUTC());
  }

  static Brief brief(Material material, String prompt, int frames) {
    return new Brief(
        material, prompt, "", SIZE, RATE, frames, 5, ShotPlan.BY_PROMPT, new SoundPlan.Silent());
  }

  static List<PixelImage> all(Take take) {
    List<PixelImage> pictures = new ArrayList<>();
    Frame frame = new Frame(take.size());
    while (take.read(frame)) {
      pictures.add(PixelImage.of(frame));
    }
    return pictures;
  }

  static PixelImage plain(int colour) {
    int[] pixels = new int[SIZE.pixels()];
    Arrays.fill(pixels, 0xFF000000 | colour);
    return new PixelImage(SIZE.width(), SIZE.height(), pixels);
  }

  static Picture picture(Path folder, String name, PixelImage image) {
    Path file = folder.resolve(name);
    PictureWriter.writePng(image, file);
    return new Picture(file, image.width(), image.height());
  }

  /** A clip of one colour. */
  static Clip clip(Path folder, String name, int colour, int frames) {
    Path file = folder.resolve(name);
    try (FilmWriter writer = FilmWriter.open(file, new FilmFormat(SIZE, RATE))) {
      Frame frame = plain(colour).toFrame(SIZE);
      for (int i = 0; i < frames; i++) {
        writer.write(frame, false);
      }
      writer.finish();
    }
    return new Clip(file, SIZE.width(), SIZE.height(), (double) frames / RATE, false);
  }

  /** Mean difference of two pictures' colours, 0 to 255. */
  static double difference(PixelImage first, PixelImage second) {
    long sum = 0;
    for (int i = 0; i < first.argb().length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        sum += Math.abs((first.argb()[i] >> shift & 255) - (second.argb()[i] >> shift & 255));
      }
    }
    return sum / (3.0 * first.argb().length);
  }
}
