package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** An opened encoder of FFmpeg's, for pictures or sound, and the packets it makes. */
final class Coder implements PictureCoder {
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private long keyFrames;
  private boolean lastWasKeyFrame;

  /** Takes the opened encoder over. */
  Coder(AVCodecContext codec) {
    this.codec = codec;
  }

  @Override
  public long keyFrames() {
    return keyFrames;
  }

  @Override
  public boolean lastWasKeyFrame() {
    return lastWasKeyFrame;
  }

  @Override
  public byte[] head() {
    byte[] head = new byte[codec.extradata_size()];
    codec.extradata().get(head);
    return head;
  }

  @Override
  public FilmTrack trackIn(AVFormatContext file) {
    return new FilmTrack(
        file, codec.time_base(), settings -> avcodec_parameters_from_context(settings, codec));
  }

  @Override
  public void encode(AVFrame frame, FilmTrack into) {
    Ffmpeg.check(avcodec_send_frame(codec, frame), "encode");
    drain(made -> into.write(made));
  }

  @Override
  public void encodeInVain(AVFrame frame) {
    Ffmpeg.check(avcodec_send_frame(codec, frame), "encode");
    drain(made -> av_packet_unref(made));
  }

  @Override
  public void flush(FilmTrack into) {
    Ffmpeg.check(avcodec_send_frame(codec, null), "finish encoding");
    drain(made -> into.write(made));
  }

  private void drain(Consumer<AVPacket> sink) {
    while (true) {
      int code = avcodec_receive_packet(codec, packet);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
        return;
      }
      Ffmpeg.check(code, "encode");
      lastWasKeyFrame = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
      keyFrames += lastWasKeyFrame ? 1 : 0;
      sink.accept(packet);
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avcodec_free_context(codec);
  }
}
