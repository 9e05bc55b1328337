package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import java.util.Arrays;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** An opened encoder and the packets it makes. */
final class Coder implements Mp4File.Track {
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private long keyFrames;
  private boolean lastWasKeyFrame;

  /** Takes the opened encoder over. */
  Coder(AVCodecContext codec) {
    this.codec = codec;
  }

  AVCodecContext codec() {
    return codec;
  }

  /** Key frames made so far. */
  long keyFrames() {
    return keyFrames;
  }

  boolean lastWasKeyFrame() {
    return lastWasKeyFrame;
  }

  /** Whether a decoder set up for the other's packets understands these. */
  boolean hasHeadOf(Coder other) {
    return Arrays.equals(head(), other.head());
  }

  private byte[] head() {
    byte[] head = new byte[codec.extradata_size()];
    codec.extradata().get(head);
    return head;
  }

  void encode(AVFrame frame, FilmTrack into) {
    Ffmpeg.check(avcodec_send_frame(codec, frame), "encode");
    drain(made -> into.write(made, codec));
  }

  /** Codes a frame that does not become part of the film. */
  void encodeInVain(AVFrame frame) {
    Ffmpeg.check(avcodec_send_frame(codec, frame), "encode");
    drain(made -> av_packet_unref(made));
  }

  /** Codes what is still held back. */
  void flush(FilmTrack into) {
    Ffmpeg.check(avcodec_send_frame(codec, null), "finish encoding");
    drain(made -> into.write(made, codec));
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
