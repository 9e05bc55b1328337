package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
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
import io.wan4j.media.ClipReader;
import io.wan4j.media.ClipView;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.media.PictureReader;
import io.wan4j.media.SoundReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A film written as MP4 and read again, as whoever gets it does. */
record FilmOnDisk(Path file, FrameSize size, int frames) {
  static final int RATE = 30;

  static Brief brief(
      Material material, String prompt, FrameSize size, double seconds, SoundPlan sound) {
    return new Brief(
        material,
        prompt,
        "",
        size,
        RATE,
        (int) Math.round(seconds * RATE),
        7,
        ShotPlan.BY_PROMPT,
        sound);
  }

  static FilmOnDisk of(VideoEngine engine, Brief brief, Path file) {
    try (Take take = engine.render(brief, Progress.NONE)) {
      FilmFormat format = FilmFormat.of(brief.size());
      Optional<SoundSource> sound = take.sound();
      try (FilmWriter writer =
          sound.isPresent()
              ? FilmWriter.open(file, format, sound.get())
              : FilmWriter.open(file, format)) {
        Frame frame = new Frame(brief.size());
        while (take.read(frame)) {
          writer.write(frame, take.atCut());
        }
        writer.finish();
      }
    }
    return new FilmOnDisk(file, brief.size(), brief.frameCount());
  }

  Clip clip() {
    return new Clip(file, size.width(), size.height(), (double) frames / RATE, false);
  }

  /** Every so many frames, from the first. */
  List<Frame> frames(int step) {
    List<Frame> kept = new ArrayList<>();
    try (ClipReader reader = ClipReader.open(file, ClipView.of(size).atRate(RATE))) {
      Frame frame = new Frame(size);
      for (int i = 0; reader.read(frame); i++) {
        if (i % step == 0) {
          Frame copy = new Frame(size);
          copy.copyFrom(frame);
          kept.add(copy);
        }
      }
    }
    return kept;
  }

  Frame first() {
    try (ClipReader reader = ClipReader.open(file, ClipView.of(size).atRate(RATE))) {
      Frame frame = new Frame(size);
      reader.read(frame);
      return frame;
    }
  }

  Frame last() {
    return ClipReader.lastFrame(file, ClipView.of(size).atRate(RATE));
  }

  /** The film's sound as one channel. */
  float[] sound() {
    float[] stereo = new float[2 * SoundSource.SAMPLE_RATE * (frames / RATE + 1)];
    int done = 0;
    try (SoundSource source = SoundReader.open(file)) {
      for (int read = 1; read > 0 && 2 * done < stereo.length; done += read) {
        read = source.read(stereo, done, stereo.length / 2 - done);
      }
    }
    float[] mono = new float[done];
    for (int i = 0; i < done; i++) {
      mono[i] = (stereo[2 * i] + stereo[2 * i + 1]) / 2;
    }
    return mono;
  }

  /** A picture as it fills a frame, read without the engine. */
  static Frame covering(Picture picture, FrameSize size) {
    return PictureReader.read(picture.file()).cover(size).toFrame(size);
  }
}
