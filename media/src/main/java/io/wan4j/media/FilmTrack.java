package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** One track of a film being written: takes what is to be coded, hands packets to the file. */
final class FilmTrack implements AutoCloseable {
  private final AVFormatContext file;
  private final AVCodecContext codec;
  private final AVStream stream;
  private final AVPacket packet = av_packet_alloc();

  /** Takes the opened encoder over. */
  FilmTrack(AVFormatContext file, AVCodecContext codec) {
    this.file = file;
    this.codec = codec;
    this.stream = avformat_new_stream(file, null);
    stream.time_base(codec.time_base());
    avcodec_parameters_from_context(stream.codecpar(), codec);
    stream.codecpar().codec_tag(0);
  }

  /** Says that every frame is shown equally long. */
  void constantRate(int frameRate) {
    stream.avg_frame_rate().num(frameRate).den(1);
    stream.r_frame_rate().num(frameRate).den(1);
  }

  void encode(AVFrame frame) {
    Ffmpeg.check(avcodec_send_frame(codec, frame), "encode");
    writePackets();
  }

  /** Codes and writes what the encoder still holds back. */
  void flush() {
    Ffmpeg.check(avcodec_send_frame(codec, null), "finish encoding");
    writePackets();
  }

  private void writePackets() {
    while (true) {
      int code = avcodec_receive_packet(codec, packet);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
        return;
      }
      Ffmpeg.check(code, "encode");
      packet.stream_index(stream.index());
      if (packet.duration() == 0) {
        packet.duration(1);
      }
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      Ffmpeg.check(av_interleaved_write_frame(file, packet), "write to the film");
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avcodec_free_context(codec);
  }
}
