package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_seek_file;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;

/** An opened video or sound file: its tracks and its packets. */
final class MediaFile implements AutoCloseable {
  /** Nothing that a camera, phone or editor does not write gets near a decoder. */
  private static final String CODECS =
      "h264,hevc,vp8,vp9,libvpx,libvpx-vp9,av1,libdav1d,libaom-av1,mpeg4,mpeg2video,mjpeg,prores,"
          + "dnxhd,ffv1,rawvideo,png,qtrle,aac,aac_fixed,mp3float,mp3,ac3,eac3,alac,flac,vorbis,opus,"
          + "libvorbis,libopus,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_u8,"
          + "pcm_f32le,pcm_f32be,pcm_f64le,pcm_alaw,pcm_mulaw,adpcm_ms,adpcm_ima_wav";

  private final Path path;
  private final MediaFormat format;
  private final AVFormatContext context;

  private MediaFile(Path path, MediaFormat format, AVFormatContext context) {
    this.path = path;
    this.format = format;
    this.context = context;
  }

  /**
   * Opens a file that holds a video or a sound.
   *
   * @throws MediaException of the fitting kind when it is not one
   */
  static MediaFile open(Path path, MediaLimits limits) {
    Ffmpeg.load();
    MediaFormat format = MediaFormat.of(path);
    if (format.isPicture()) {
      throw new UnknownMediaException(
          path.getFileName() + " is a picture (" + format + "), not a video or a sound");
    }
    FfmpegLog.clear();
    AVInputFormat reader = av_find_input_format(format.reader());
    AVFormatContext context = new AVFormatContext(null);
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "protocol_whitelist", "file", 0);
    av_dict_set(options, "codec_whitelist", CODECS, 0);
    int code = avformat_open_input(context, "file:" + path.toAbsolutePath(), reader, options);
    av_dict_free(options);
    if (code < 0) {
      throw new DamagedMediaException(
          path.getFileName() + " cannot be opened as " + format + ": " + Ffmpeg.reason(code));
    }
    MediaFile file = new MediaFile(path, format, context);
    try {
      file.findStreams(limits);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
    return file;
  }

  private void findStreams(MediaLimits limits) {
    if (context.nb_streams() > limits.streams()) {
      throw new OversizedMediaException(
          "%s has %d tracks, at most %d are read"
              .formatted(path.getFileName(), context.nb_streams(), limits.streams()));
    }
    for (int i = 0; i < context.nb_streams(); i++) {
      checkSize(context.streams(i), limits);
    }
    int code = findStreamInfo(limits);
    if (code < 0) {
      throw new DamagedMediaException(
          path.getFileName() + " holds no readable track: " + Ffmpeg.reason(code));
    }
    for (int i = 0; i < context.nb_streams(); i++) {
      checkSize(context.streams(i), limits);
    }
  }

  /** Looking at a track may decode its first picture, so the limit goes along to every decoder. */
  private int findStreamInfo(MediaLimits limits) {
    int count = context.nb_streams();
    try (PointerPointer<AVDictionary> options = new PointerPointer<>(Math.max(1, count))) {
      for (int i = 0; i < count; i++) {
        AVDictionary option = new AVDictionary(null);
        av_dict_set(option, "max_pixels", Long.toString(limits.clipPixels()), 0);
        options.put(i, option);
      }
      int code = avformat_find_stream_info(context, options);
      for (int i = 0; i < count; i++) {
        AVDictionary option = options.get(AVDictionary.class, i);
        if (option != null) {
          av_dict_free(option);
        }
      }
      return code;
    }
  }

  private void checkSize(AVStream stream, MediaLimits limits) {
    long pixels = (long) stream.codecpar().width() * stream.codecpar().height();
    if (pixels > limits.clipPixels()) {
      throw new OversizedMediaException(
          "%s has pictures of %dx%d, at most %d pixels are read"
              .formatted(
                  path.getFileName(),
                  stream.codecpar().width(),
                  stream.codecpar().height(),
                  limits.clipPixels()));
    }
  }

  Path path() {
    return path;
  }

  MediaFormat format() {
    return format;
  }

  /** The picture track; a cover picture of a song is none. */
  Optional<AVStream> video() {
    return first(AVMEDIA_TYPE_VIDEO);
  }

  Optional<AVStream> audio() {
    return first(AVMEDIA_TYPE_AUDIO);
  }

  private Optional<AVStream> first(int type) {
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      if (stream.codecpar().codec_type() == type
          && (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) == 0) {
        return Optional.of(stream);
      }
    }
    return Optional.empty();
  }

  /** Mean frames a second, 0 if the file does not tell. */
  double frameRate(AVStream stream) {
    double rate = avutil.av_q2d(stream.avg_frame_rate());
    return Double.isFinite(rate) ? rate : 0;
  }

  /** How many packets the index of an MP4 names; 0 where there is no index to hold the file to. */
  long promisedPackets(AVStream stream) {
    boolean indexed = format == MediaFormat.MP4 || format == MediaFormat.MOV;
    return indexed ? avformat_index_get_entries_count(stream) : 0;
  }

  /** The length the header names or FFmpeg estimates, in seconds; 0 if neither. */
  double seconds() {
    return context.duration() == AV_NOPTS_VALUE ? 0 : (double) context.duration() / AV_TIME_BASE;
  }

  /** The length a trustworthy header names, in seconds; 0 where there is none. */
  double promisedSeconds() {
    boolean trusted =
        switch (format) {
          case WAV, FLAC, MATROSKA, WEBM, AVI -> true;
          default -> false;
        };
    return trusted ? seconds() : 0;
  }

  /**
   * Reads the next packet of any track.
   *
   * @return false at the end of the file; a file that stops early ends there too
   */
  boolean read(AVPacket packet) {
    av_packet_unref(packet);
    int code = av_read_frame(context, packet);
    if (code == AVERROR_EOF) {
      return false;
    }
    if (code < 0) {
      throw new DamagedMediaException(
          path.getFileName() + " breaks off while being read: " + Ffmpeg.reason(code));
    }
    return true;
  }

  /** Goes to the last point before the given time (of the track's clock) that can be shown. */
  void seek(AVStream stream, long time) {
    int code = avformat_seek_file(context, stream.index(), Long.MIN_VALUE, time, time, 0);
    if (code < 0) {
      throw new MediaException(
          "cannot go to a later time in " + path.getFileName() + ": " + Ffmpeg.reason(code));
    }
  }

  /** The time of a track's first picture or sound in its own clock. */
  static long startOf(AVStream stream) {
    return stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
  }

  @Override
  public void close() {
    avformat_close_input(context);
  }
}
