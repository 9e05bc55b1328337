package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import io.wan4j.engine.SoundSource;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Sounds as others make them, to read.
 *
 * @param container FFmpeg's name of the muxer
 * @param codec FFmpeg's name of an encoder of planar float samples
 */
record SampleSound(String container, String codec) {
  /** Encodes a source to its end. */
  void write(Path file, SoundSource source) {
    Ffmpeg.load();
    AVFormatContext output = new AVFormatContext(null);
    check(avformat_alloc_output_context2(output, null, container, file.toString()));
    AVCodec found = avcodec_find_encoder_by_name(codec);
    AVCodecContext encoder = avcodec_alloc_context3(found);
    encoder.sample_rate(SoundSource.SAMPLE_RATE).sample_fmt(AV_SAMPLE_FMT_FLTP).bit_rate(192_000);
    encoder.strict_std_compliance(-2);
    encoder.time_base().num(1).den(SoundSource.SAMPLE_RATE);
    encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    av_channel_layout_default(encoder.ch_layout(), 2);
    check(avcodec_open2(encoder, found, (AVDictionary) null));
    AVFrame block = av_frame_alloc();
    block.format(AV_SAMPLE_FMT_FLTP).nb_samples(encoder.frame_size());
    block.sample_rate(SoundSource.SAMPLE_RATE);
    av_channel_layout_copy(block.ch_layout(), encoder.ch_layout());
    check(av_frame_get_buffer(block, 0));
    AVIOContext io = new AVIOContext(null);
    try (Coder coder = new Coder(encoder)) {
      FilmTrack track = coder.trackIn(output);
      check(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
      output.pb(io);
      check(avformat_write_header(output, (AVDictionary) null));
      float[] pairs = new float[2 * encoder.frame_size()];
      int count;
      long sent = 0;
      while ((count = source.read(pairs, 0, encoder.frame_size())) > 0) {
        check(av_frame_make_writable(block));
        for (int channel = 0; channel < 2; channel++) {
          FloatPointer plane = new FloatPointer(block.data(channel));
          for (int i = 0; i < count; i++) {
            plane.put(i, pairs[2 * i + channel]);
          }
        }
        block.nb_samples(count).pts(sent);
        coder.encode(block, track);
        sent += count;
      }
      coder.flush(track);
      check(av_write_trailer(output));
    }
    av_frame_free(block);
    avio_close(output.pb());
    avformat_free_context(output);
  }

  private static void check(int code) {
    Ffmpeg.check(code, "make a sample");
  }
}
