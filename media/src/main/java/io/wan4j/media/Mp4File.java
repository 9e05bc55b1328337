package io.wan4j.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.wan4j.engine.SoundSource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * An MP4 file in the making: lives beside its place until it is whole, then moves there at once.
 */
final class Mp4File implements AutoCloseable {
  /** What is coded into the file; frees its native memory on close. */
  interface Track extends AutoCloseable {
    @Override
    void close();
  }

  private final PartFile part;
  private final AVFormatContext context = new AVFormatContext(null);
  private final Deque<Track> tracks = new ArrayDeque<>();
  private boolean writing;

  private Mp4File(PartFile part) {
    this.part = part;
  }

  static Mp4File create(Path target) {
    Mp4File file = new Mp4File(PartFile.beside(target));
    try {
      Ffmpeg.check(
          avformat_alloc_output_context2(file.context, null, "mp4", file.url()), "begin " + target);
      file.context.flags(file.context.flags() | AVFMT_FLAG_BITEXACT);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
    return file;
  }

  private String url() {
    return "file:" + part.path();
  }

  AVFormatContext context() {
    return context;
  }

  Path target() {
    return part.target();
  }

  /** Closes the track together with the file. */
  <T extends Track> T own(T track) {
    tracks.push(track);
    return track;
  }

  /**
   * Writes the head; from here on the tracks may write packets.
   *
   * <p>Lengths are noted in sound samples; FFmpeg's own choice, milliseconds, cannot express a
   * thirtieth of a second.
   */
  void begin() {
    AVIOContext output = new AVIOContext(null);
    Ffmpeg.check(avio_open(output, url(), AVIO_FLAG_WRITE), "write " + part.path());
    context.pb(output);
    writing = true;
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "movflags", "+faststart", 0);
    av_dict_set(options, "movie_timescale", Integer.toString(SoundSource.SAMPLE_RATE), 0);
    int code = avformat_write_header(context, options);
    av_dict_free(options);
    Ffmpeg.check(code, "begin " + target());
  }

  /** Writes the index in front of the content, makes all durable and moves it to its place. */
  void finish() {
    Ffmpeg.check(av_write_trailer(context), "end " + target());
    Ffmpeg.check(stopWriting(), "end " + target());
    part.moveToPlace();
  }

  private int stopWriting() {
    if (!writing) {
      return 0;
    }
    writing = false;
    int code = avio_close(context.pb());
    context.pb(null);
    return code;
  }

  /** Frees everything and deletes what did not move to its place. */
  @Override
  public void close() {
    stopWriting();
    while (!tracks.isEmpty()) {
      tracks.pop().close();
    }
    avformat_free_context(context);
    context.setNull();
    part.close();
  }
}
