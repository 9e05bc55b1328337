package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes one track of a file, picture by picture or block of sound by block. */
final class StreamDecoder implements AutoCloseable {
  private static final int THREADS = 2;

  private final MediaFile file;
  private final AVStream stream;
  private final AVCodecContext codec;
  private final AVPacket packet;
  private final AVFrame frame;
  private boolean ended;

  StreamDecoder(MediaFile file, AVStream stream, MediaLimits limits) {
    this.file = file;
    this.stream = stream;
    this.codec = open(file, stream, limits);
    this.packet = av_packet_alloc();
    this.frame = av_frame_alloc();
  }

  private static AVCodecContext open(MediaFile file, AVStream stream, MediaLimits limits) {
    int id = stream.codecpar().codec_id();
    AVCodec decoder = avcodec_find_decoder(id);
    if (decoder == null) {
      throw new UnknownMediaException(
          file.path().getFileName()
              + " is coded as "
              + avcodec_get_name(id).getString()
              + ", which cannot be decoded");
    }
    AVCodecContext codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(codec, stream.codecpar());
    codec.pkt_timebase(stream.time_base());
    codec.thread_count(THREADS);
    codec.max_pixels(limits.clipPixels());
    int code = avcodec_open2(codec, decoder, (AVDictionary) null);
    if (code < 0) {
      String reason = Ffmpeg.reason(code);
      avcodec_free_context(codec);
      throw new DamagedMediaException(file.path().getFileName() + " cannot be decoded: " + reason);
    }
    return codec;
  }

  /** The decoded picture or block after {@link #next}; changed by the next call. */
  AVFrame frame() {
    return frame;
  }

  /**
   * Decodes the next picture or block. A broken one is left out, as players do.
   *
   * @return false at the end of the track
   */
  boolean next() {
    while (true) {
      int code = avcodec_receive_frame(codec, frame);
      if (code >= 0) {
        return true;
      }
      if (code == AVERROR_EOF) {
        return false;
      }
      if (code == AVERROR_EAGAIN()) {
        feed();
      } else if (code != AVERROR_INVALIDDATA) {
        throw new DamagedMediaException(
            file.path().getFileName() + " cannot be decoded: " + Ffmpeg.reason(code));
      }
    }
  }

  private void feed() {
    if (ended) {
      throw new DamagedMediaException(file.path().getFileName() + " ends inside a picture");
    }
    while (file.read(packet)) {
      if (packet.stream_index() == stream.index()) {
        int code = avcodec_send_packet(codec, packet);
        if (code < 0 && code != AVERROR_INVALIDDATA) {
          throw new DamagedMediaException(
              file.path().getFileName() + " cannot be decoded: " + Ffmpeg.reason(code));
        }
        return;
      }
    }
    ended = true;
    avcodec_send_packet(codec, null);
  }

  /** Goes on from the last point before the given time (of the track's clock). */
  void seek(long time) {
    file.seek(stream, time);
    avcodec_flush_buffers(codec);
    ended = false;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(codec);
  }
}
