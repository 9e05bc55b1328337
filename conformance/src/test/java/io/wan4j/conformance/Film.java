package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.SoundSource;
import io.wan4j.media.ClipFacts;
import io.wan4j.media.ClipReader;
import io.wan4j.media.ClipView;
import io.wan4j.media.MediaProbe;
import io.wan4j.media.Similarity;
import io.wan4j.media.SoundReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A film as a client downloaded it, and what can be said of it. */
record Film(Path file, ClipFacts facts) {
  /** A picture that went through scaling and encoding; two of the test's own come to 0.2. */
  private static final double SAME_PICTURE = 0.95;

  /** Encoded twice, scaled once: a viewer sees no difference. */
  private static final double SAME_CLIP_DECIBELS = 32;

  private static final double SAME_SOUND = 0.95;
  private static final int FRAME_RATE = 30;

  /** Loads a film without any header, as clients do. */
  static Film download(Studio studio, String url) {
    Path file = studio.scratch("film.mp4");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60)).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<Path> reply = http.send(request, HttpResponse.BodyHandlers.ofFile(file));
      assertThat(reply.statusCode()).as(url).isEqualTo(200);
      assertThat(reply.headers().firstValue("Content-Type")).contains("video/mp4");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Film(file, (ClipFacts) MediaProbe.probe(file));
  }

  /** Checks size, 30 frames a second and as many frames as the seconds have. */
  Film is(int width, int height, int seconds) {
    assertThat(facts.width() + "x" + facts.height()).isEqualTo(width + "x" + height);
    assertThat(facts.videoCodec()).isEqualTo("h264");
    assertThat(facts.frameRate()).isCloseTo(FRAME_RATE, within(0.001));
    assertThat(facts.frameCount()).isEqualTo((long) seconds * FRAME_RATE);
    return this;
  }

  Film hasSound(boolean expected) {
    assertThat(facts.hasSound()).as("sound track").isEqualTo(expected);
    return this;
  }

  /** The sound track is there and is not silence. */
  Film isHeard() {
    hasSound(true);
    double loudest = 0;
    for (float sample : sound(file, facts.seconds())) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    assertThat(loudest).as("loudest sample").isGreaterThan(0.01);
    return this;
  }

  Film beginsWith(Path picture) {
    assertThat(Similarity.ssim(first(), asFrame(picture)))
        .as("first frame is %s", picture.getFileName())
        .isGreaterThanOrEqualTo(SAME_PICTURE);
    return this;
  }

  Film endsWith(Path picture) {
    Frame last = ClipReader.lastFrame(file, ClipView.of(size()));
    assertThat(Similarity.ssim(last, asFrame(picture)))
        .as("last frame is %s", picture.getFileName())
        .isGreaterThanOrEqualTo(SAME_PICTURE);
    return this;
  }

  /** The film begins with the clip, frame by frame. */
  Film beginsWithClip(Path clip, double seconds) {
    int frames = (int) Math.round(seconds * FRAME_RATE);
    Frame ours = new Frame(size());
    Frame theirs = new Frame(size());
    double worst = Similarity.EQUAL;
    try (ClipReader film = ClipReader.open(file, ClipView.of(size()));
        ClipReader given = ClipReader.open(clip, ClipView.of(size()))) {
      for (int i = 0; i < frames; i++) {
        assertThat(film.read(ours)).isTrue();
        assertThat(given.read(theirs)).isTrue();
        worst = Math.min(worst, Similarity.decibels(ours, theirs));
      }
    }
    assertThat(worst)
        .as("worst of the clip's frames, dB")
        .isGreaterThanOrEqualTo(SAME_CLIP_DECIBELS);
    return this;
  }

  /** The film's sound is the given one for so many seconds. */
  Film soundsLike(Path given, double seconds) {
    hasSound(true);
    assertThat(correlation(sound(file, seconds), sound(given, seconds)))
        .as("correlation with %s", given.getFileName())
        .isGreaterThanOrEqualTo(SAME_SOUND);
    return this;
  }

  /** Nothing is heard from the given second on. */
  Film isSilentFrom(double second) {
    float[] samples = sound(file, facts.seconds());
    double loudest = 0;
    for (int i = (int) (second * SoundSource.SAMPLE_RATE); i < samples.length; i++) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    assertThat(loudest).as("loudest sample after %s s", second).isLessThan(0.003);
    return this;
  }

  /** There is a cut near each of the seconds: two frames there differ as nowhere around. */
  Film cutsAt(double... seconds) {
    List<Double> steps = steps();
    for (double second : seconds) {
      int frame = (int) Math.round(second * FRAME_RATE);
      int sharpest = 0;
      for (int i = Math.max(1, frame - 20); i < Math.min(steps.size(), frame + 20); i++) {
        if (steps.get(i) < steps.get(Math.max(1, sharpest)) || sharpest == 0) {
          sharpest = i;
        }
      }
      assertThat(sharpest).as("frame of the cut at %s s", second).isBetween(frame - 2, frame + 2);
      assertThat(steps.get(sharpest)).as("likeness across the cut at %s s", second).isLessThan(24);
    }
    return this;
  }

  /** How alike each frame is to the one before, in dB; the first is equal to itself. */
  private List<Double> steps() {
    List<Double> steps = new ArrayList<>();
    Frame before = new Frame(size());
    Frame now = new Frame(size());
    try (ClipReader film = ClipReader.open(file, ClipView.of(size()))) {
      while (film.read(now)) {
        steps.add(steps.isEmpty() ? Similarity.EQUAL : Similarity.decibels(now, before));
        before.copyFrom(now);
      }
    }
    return steps;
  }

  FrameSize size() {
    return new FrameSize(facts.width(), facts.height());
  }

  private Frame first() {
    Frame frame = new Frame(size());
    try (ClipReader film = ClipReader.open(file, ClipView.of(size()))) {
      assertThat(film.read(frame)).isTrue();
    }
    return frame;
  }

  private Frame asFrame(Path picture) {
    return Props.read(picture).toFrame(size());
  }

  private static float[] sound(Path file, double seconds) {
    int pairs = (int) Math.round(seconds * SoundSource.SAMPLE_RATE);
    float[] stereo = new float[2 * pairs];
    int done = 0;
    try (SoundReader reader = SoundReader.open(file)) {
      for (int got = reader.read(stereo, 0, pairs);
          got > 0 && done < pairs;
          got = reader.read(stereo, done, pairs - done)) {
        done += got;
      }
    }
    float[] left = new float[done];
    for (int i = 0; i < done; i++) {
      left[i] = stereo[2 * i];
    }
    return left;
  }

  private static double correlation(float[] one, float[] other) {
    int length = Math.min(one.length, other.length);
    assertThat(length).as("samples to compare").isGreaterThan(SoundSource.SAMPLE_RATE / 2);
    double products = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < length; i++) {
      products += one[i] * other[i];
      squaresA += one[i] * one[i];
      squaresB += other[i] * other[i];
    }
    return products / Math.sqrt(squaresA * squaresB);
  }
}
