package io.wan4j.conformance;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/** Writes one channel of sound as MP3: the frames of the encoder one after another are the file. */
final class Mp3Encoder {
  private static final int BITS_PER_SECOND = 128_000;

  private Mp3Encoder() {}

  static void write(Path file, float[] samples, int rate) {
    AVCodec encoder = avcodec_find_encoder_by_name("libmp3lame");
    if (encoder == null) {
      throw new IllegalStateException("these FFmpeg natives have no MP3 encoder");
    }
    AVCodecContext codec = avcodec_alloc_context3(encoder);
    AVFrame block = av_frame_alloc();
    AVPacket packet = av_packet_alloc();
    try (OutputStream out = Files.newOutputStream(file)) {
      codec.sample_rate(rate);
      codec.sample_fmt(AV_SAMPLE_FMT_FLTP);
      codec.bit_rate(BITS_PER_SECOND);
      codec.time_base().num(1).den(rate);
      av_channel_layout_default(codec.ch_layout(), 1);
      check(avcodec_open2(codec, encoder, (AVDictionary) null));
      int length = codec.frame_size();
      block.format(AV_SAMPLE_FMT_FLTP);
      block.nb_samples(length);
      block.sample_rate(rate);
      av_channel_layout_copy(block.ch_layout(), codec.ch_layout());
      check(av_frame_get_buffer(block, 0));
      for (int from = 0; from < samples.length; from += length) {
        check(av_frame_make_writable(block));
        float[] part = Arrays.copyOfRange(samples, from, from + length);
        new FloatPointer(block.data(0)).put(part, 0, length);
        block.pts(from);
        check(avcodec_send_frame(codec, block));
        drain(codec, packet, out);
      }
      check(avcodec_send_frame(codec, null));
      drain(codec, packet, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      av_packet_free(packet);
      av_frame_free(block);
      avcodec_free_context(codec);
    }
  }

  private static void drain(AVCodecContext codec, AVPacket packet, OutputStream out)
      throws IOException {
    while (avcodec_receive_packet(codec, packet) >= 0) {
      byte[] bytes = new byte[packet.size()];
      packet.data().get(bytes);
      out.write(bytes);
    }
  }

  private static void check(int code) {
    if (code < 0) {
      throw new IllegalStateException("FFmpeg says " + code);
    }
  }
}
