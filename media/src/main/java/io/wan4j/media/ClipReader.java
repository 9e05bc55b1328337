package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import io.wan4j.engine.Frame;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Reads a video file as film frames of one size and a constant rate.
 *
 * <p>Each delivered frame is the newest picture of the clip at its time; a picture that lasts
 * longer is repeated, one that is too short for the rate is left out. A clip of N pictures at the
 * wanted rate gives exactly those N frames. Used by one thread.
 */
public final class ClipReader implements AutoCloseable {
  /** Files with times in whole milliseconds are up to this part of a frame late. */
  private static final double TOLERANCE = 0.25;

  private static final double LAST_STRETCH_SECONDS = 3;
  private static final double SHORTEST_SECONDS = 0.002;

  private final MediaFile file;
  private final StreamDecoder decoder;
  private final FrameConverter converter;
  private final ClipView view;
  private final Frame shown;
  private final AVFrame current;
  private final double tick;
  private final double start;
  private final double usual;
  private boolean stepped;
  private boolean currentIsNew;
  private boolean decoderEnded;
  private long nextSlot;
  private double end;
  private double shortest = Double.POSITIVE_INFINITY;
  private double lastTime;
  private long delivered;

  private ClipReader(MediaFile file, AVStream stream, ClipView view, MediaLimits limits) {
    this.file = file;
    this.view = view;
    this.tick = av_q2d(stream.time_base());
    double first = MediaFile.startOf(stream) * tick;
    this.start = first + view.startSeconds();
    double rate = file.frameRate(stream);
    this.usual = 1 / (rate > 0 ? rate : view.frameRate());
    this.lastTime = Double.POSITIVE_INFINITY;
    this.end = start;
    this.decoder = new StreamDecoder(file, stream, limits);
    this.converter = new FrameConverter(PictureGeometry.of(stream), view.fit());
    this.shown = new Frame(view.size());
    this.current = av_frame_alloc();
  }

  /** Opens a clip within {@link MediaLimits#STANDARD}. */
  public static ClipReader open(Path path, ClipView view) {
    return open(path, view, MediaLimits.STANDARD);
  }

  /**
   * Opens a clip.
   *
   * @throws MediaException of the fitting kind when it cannot be read or holds no pictures
   */
  public static ClipReader open(Path path, ClipView view, MediaLimits limits) {
    ClipReader reader = reader(MediaFile.open(path, limits), view, limits);
    try {
      reader.begin();
      return reader;
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static ClipReader reader(MediaFile file, ClipView view, MediaLimits limits) {
    try {
      AVStream stream =
          file.video()
              .orElseThrow(
                  () -> new UnknownMediaException(file.path().getFileName() + " has no pictures"));
      return new ClipReader(file, stream, view, limits);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void begin() {
    if (view.startSeconds() > 0) {
      decoder.seek((long) Math.floor(start / tick));
    }
    decodeNext();
    if (decoderEnded && view.startSeconds() == 0) {
      throw new DamagedMediaException(
          file.path().getFileName() + " holds no picture that can be decoded");
    }
  }

  /** The very last picture of a clip, fitted as the view says; its times do not matter. */
  public static Frame lastFrame(Path path, ClipView view) {
    return lastFrame(path, view, MediaLimits.STANDARD);
  }

  /** As {@link #lastFrame(Path, ClipView)}, within other limits. */
  public static Frame lastFrame(Path path, ClipView view, MediaLimits limits) {
    try (ClipReader whole = open(path, view.from(0).limitedTo(Long.MAX_VALUE), limits)) {
      double near = whole.file.seconds() - LAST_STRETCH_SECONDS;
      if (near > 0) {
        try (ClipReader tail = open(path, view.from(near), limits)) {
          if (tail.goToLast()) {
            return tail.shown;
          }
        }
      }
      whole.goToLast();
      return whole.shown;
    }
  }

  /** Shows the last picture; false if none was left to decode. */
  private boolean goToLast() {
    if (decoderEnded) {
      return false;
    }
    while (!decoderEnded) {
      step();
    }
    converter.convert(current, shown);
    return true;
  }

  /**
   * Fills a frame with the next picture.
   *
   * @return false at the end of the clip or of the view's limit
   * @throws IllegalArgumentException when its size is not the view's
   */
  public boolean read(Frame into) {
    if (delivered >= view.frameLimit()) {
      return false;
    }
    while (!decoderEnded && (nextSlot <= delivered || !stepped)) {
      step();
    }
    if (decoderEnded && delivered >= wholeLength()) {
      return false;
    }
    if (currentIsNew) {
      converter.convert(current, shown);
      currentIsNew = false;
    }
    into.copyFrom(shown);
    delivered++;
    return true;
  }

  /** Frames of the whole clip; a clip has at least one. */
  private long wholeLength() {
    return Math.max(view.startSeconds() == 0 ? 1 : 0, Math.round((end - start) * view.frameRate()));
  }

  private void step() {
    av_frame_unref(current);
    av_frame_move_ref(current, decoder.frame());
    currentIsNew = true;
    stepped = true;
    decodeNext();
  }

  /** Decodes one picture ahead and works out from which delivered frame on it is seen. */
  private void decodeNext() {
    if (!decoder.next()) {
      decoderEnded = true;
      return;
    }
    AVFrame frame = decoder.frame();
    long stamp = frame.best_effort_timestamp();
    double time = stamp == AV_NOPTS_VALUE ? end : stamp * tick;
    double told = frame.duration() * tick;
    // Some writers give the last picture no length to speak of; it then lasts as the shortest.
    shortest = time > lastTime ? Math.min(shortest, time - lastTime) : shortest;
    lastTime = time;
    double guess = Double.isFinite(shortest) ? shortest : usual;
    double length = told < SHORTEST_SECONDS ? guess : told;
    end = Math.max(end, time + length);
    nextSlot = (long) Math.ceil((time - start) * view.frameRate() - TOLERANCE);
  }

  @Override
  public void close() {
    av_frame_free(current);
    converter.close();
    decoder.close();
    file.close();
  }
}
