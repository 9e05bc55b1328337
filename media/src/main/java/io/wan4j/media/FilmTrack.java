package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** One track of a film being written. */
final class FilmTrack {
  private final AVFormatContext file;
  private final AVStream stream;
  private final AVRational unit;

  /**
   * A track for what an encoder makes.
   *
   * @param unit of the times of its packets
   * @param description fills in what the packets are
   */
  FilmTrack(AVFormatContext file, AVRational unit, Consumer<AVCodecParameters> description) {
    this.file = file;
    this.unit = unit;
    this.stream = avformat_new_stream(file, null);
    stream.time_base(unit);
    description.accept(stream.codecpar());
    stream.codecpar().codec_tag(0);
  }

  /** Says that every frame is shown equally long. */
  void constantRate(int frameRate) {
    stream.avg_frame_rate().num(frameRate).den(1);
    stream.r_frame_rate().num(frameRate).den(1);
  }

  /** Takes a packet, with the times of its encoder, over into the file. */
  void write(AVPacket packet) {
    packet.stream_index(stream.index());
    if (packet.duration() == 0) {
      packet.duration(1);
    }
    av_packet_rescale_ts(packet, unit, stream.time_base());
    Ffmpeg.check(av_interleaved_write_frame(file, packet), "write to the film");
  }
}
