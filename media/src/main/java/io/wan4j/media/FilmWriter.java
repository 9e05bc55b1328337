package io.wan4j.media;

import io.wan4j.engine.Frame;
import io.wan4j.engine.SoundSource;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a film as MP4: H.264 High, 4:2:0, BT.709, constant frame rate; AAC-LC, 48 kHz, stereo; the
 * index in front, so that playing can start before all is loaded.
 *
 * <p>Frames and sound stream through; memory does not grow with the film. The file appears under
 * its name only when {@link #finish} succeeds; before, and for ever if it is not called, only a
 * {@code .part} file beside it exists, which {@link #close} deletes. The same frames and sound give
 * the same bytes. Used by one thread.
 *
 * <pre>{@code
 * try (FilmWriter writer = FilmWriter.open(target, FilmFormat.of(size), sound)) {
 *   while (take.read(frame)) {
 *     writer.write(frame);
 *   }
 *   writer.finish();
 * }
 * }</pre>
 */
public final class FilmWriter implements AutoCloseable {
  private final Mp4File file;
  private final FilmFormat format;
  private final FilmPictures pictures;
  private final List<FilmSound> sounds;
  private boolean ended;

  private FilmWriter(
      Mp4File file, FilmFormat format, FilmPictures pictures, List<FilmSound> sounds) {
    this.file = file;
    this.format = format;
    this.pictures = pictures;
    this.sounds = sounds;
  }

  /** Begins a film without a sound track. */
  public static FilmWriter open(Path target, FilmFormat format) {
    return open(target, format, List.of(), FilmEncoder.choose());
  }

  /**
   * Begins a film with sound. The source is read as far as the frames go, as they come; where it
   * ends early, silence follows. It stays the caller's to close.
   *
   * @throws MediaException when the place cannot be written or the encoder refuses the format
   */
  public static FilmWriter open(Path target, FilmFormat format, SoundSource sound) {
    return open(target, format, List.of(sound), FilmEncoder.choose());
  }

  /** Begins a film with no or one sound track, made by an encoder of choice. */
  static FilmWriter open(
      Path target, FilmFormat format, List<SoundSource> sources, FilmEncoder encoder) {
    Ffmpeg.load();
    FfmpegLog.clear();
    Mp4File file = Mp4File.create(target);
    try {
      FilmPictures pictures = file.own(new FilmPictures(file, format, encoder));
      List<FilmSound> sounds =
          sources.stream().map(source -> file.own(new FilmSound(file, source))).toList();
      file.begin();
      return new FilmWriter(file, format, pictures, sounds);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Adds a frame; its pixels are taken over before this returns. */
  public void write(Frame frame) {
    write(frame, false);
  }

  /**
   * Adds a frame.
   *
   * @param cut whether it begins a new shot, so that the encoder starts afresh; the first and the
   *     last frame are key frames anyway
   * @throws IllegalArgumentException when its size is not the film's
   */
  public void write(Frame frame, boolean cut) {
    checkOpen();
    if (!frame.size().equals(format.size())) {
      throw new IllegalArgumentException(
          "the film has frames of " + format.size() + ", was given one of " + frame.size());
    }
    pictures.write(frame, cut);
    long samples = pictures.count() * SoundSource.SAMPLE_RATE / format.frameRate();
    sounds.forEach(sound -> sound.drawUntil(samples));
  }

  /**
   * Ends the film and puts it in its place, replacing what was there.
   *
   * @return the film's file
   * @throws MediaException when there was no frame or the file could not be written
   */
  public Path finish() {
    checkOpen();
    if (pictures.count() == 0) {
      throw new MediaException(
          "a film needs at least one frame; none was written to " + file.target());
    }
    ended = true;
    pictures.finish();
    sounds.forEach(FilmSound::finish);
    file.finish();
    return file.target();
  }

  private void checkOpen() {
    if (ended) {
      throw new IllegalStateException("the film " + file.target() + " is already ended");
    }
  }

  /** Frees everything; a film that was not finished leaves nothing behind. */
  @Override
  public void close() {
    ended = true;
    file.close();
  }
}
