package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.VideoEngine;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes finished films, from words and from a picture, and tells the digests of their files. A
 * process of its own when run by {@link DeterminismTest}.
 */
final class FilmDigest {
  private static final FrameSize SIZE = new FrameSize(320, 192);
  private static final int FRAMES = 30;

  private FilmDigest() {}

  /** Prints the digests: {@code FilmDigest folder picture threads}. */
  public static void main(String[] arguments) throws IOException {
    int threads = Integer.parseInt(arguments[2]);
    of(Path.of(arguments[0]), Path.of(arguments[1]), threads).forEach(System.out::println);
  }

  /**
   * The digests of two films' files.
   *
   * @param picture a PNG of 320x192
   * @param threads that paint
   */
  static List<String> of(Path folder, Path picture, int threads) throws IOException {
    try (VideoEngine engine = new PrevizEngine(threads)) {
      return List.of(
          digest(
              engine,
              new Material.Words(),
              "Shot 1 [0-0.5s] A dog runs through a rainy city at night, tracking shot."
                  + " Shot 2 [0.5-1s] Close-up, a girl says: \"Hello there!\"",
              folder),
          digest(
              engine,
              new Material.FirstFrame(new Picture(picture, SIZE.width(), SIZE.height())),
              "The camera moves forward through falling snow",
              folder));
    }
  }

  private static String digest(VideoEngine engine, Material material, String prompt, Path folder)
      throws IOException {
    Brief brief =
        new Brief(
            material, prompt, "", SIZE, 30, FRAMES, 11, ShotPlan.BY_PROMPT, new SoundPlan.Made());
    Path film = folder.resolve("film.mp4");
    try (Take take = engine.render(brief, Progress.NONE);
        SoundSource sound = take.sound().orElseThrow();
        FilmWriter writer = FilmWriter.open(film, FilmFormat.of(SIZE), sound)) {
      Frame frame = new Frame(SIZE);
      while (take.read(frame)) {
        writer.write(frame, take.atCut());
      }
      writer.finish();
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(film));
      Files.delete(film);
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
