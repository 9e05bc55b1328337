package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** One track of a film being written. */
final class FilmTrack {
  private final AVFormatContext file;
  private final AVStream stream;

  /** A track for what the opened encoder makes. */
  FilmTrack(AVFormatContext file, AVCodecContext codec) {
    this.file = file;
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

  /** Takes a packet, with the times of its encoder, over into the file. */
  void write(AVPacket packet, AVCodecContext encoder) {
    packet.stream_index(stream.index());
    if (packet.duration() == 0) {
      packet.duration(1);
    }
    av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
    Ffmpeg.check(av_interleaved_write_frame(file, packet), "write to the film");
  }
}
