package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Clips as others make them, to read.
 *
 * @param container FFmpeg's name of the muxer
 * @param codec FFmpeg's name of the encoder
 * @param colourSpace matrix the file is tagged with
 * @param colourRange range the file is tagged with
 * @param turnedBy degrees clockwise the player has to turn the pictures
 * @param milliseconds when each picture is shown
 */
record SampleClip(
    String container,
    String codec,
    int colourSpace,
    int colourRange,
    int turnedBy,
    List<Integer> milliseconds) {

  /** Encodes the frames, whose planes are taken as they are. */
  void write(Path file, List<Frame> frames) {
    Ffmpeg.load();
    FrameSize size = frames.getFirst().size();
    AVFormatContext output = new AVFormatContext(null);
    check(avformat_alloc_output_context2(output, null, container, file.toString()));
    AVCodecContext encoder = encoder(size);
    AVStream stream = avformat_new_stream(output, null);
    avcodec_parameters_from_context(stream.codecpar(), encoder);
    stream.time_base().num(1).den(1000);
    turn(stream.codecpar());
    AVIOContext io = new AVIOContext(null);
    check(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
    output.pb(io);
    check(avformat_write_header(output, (AVDictionary) null));
    AVFrame picture = av_frame_alloc();
    picture.width(size.width()).height(size.height()).format(AV_PIX_FMT_YUV420P);
    picture.colorspace(colourSpace).color_range(colourRange);
    check(av_frame_get_buffer(picture, 0));
    AVPacket packet = av_packet_alloc();
    for (int i = 0; i < frames.size(); i++) {
      check(av_frame_make_writable(picture));
      fill(picture, frames.get(i));
      picture.pts(milliseconds.get(i));
      check(avcodec_send_frame(encoder, picture));
      drain(output, encoder, stream, packet);
    }
    check(avcodec_send_frame(encoder, null));
    drain(output, encoder, stream, packet);
    check(av_write_trailer(output));
    av_packet_free(packet);
    av_frame_free(picture);
    avcodec_free_context(encoder);
    avio_close(output.pb());
    avformat_free_context(output);
  }

  private void turn(AVCodecParameters coded) {
    PointerPointer<AVPacketSideData> list = new PointerPointer<>(1L);
    list.put(0, coded.coded_side_data());
    int[] count = {coded.nb_coded_side_data()};
    AVPacketSideData matrix =
        av_packet_side_data_new(
            list, new IntPointer(count), AV_PKT_DATA_DISPLAYMATRIX, 9L * Integer.BYTES, 0);
    av_display_rotation_set(new IntPointer(matrix.data()), turnedBy);
    coded.coded_side_data(list.get(AVPacketSideData.class, 0));
    coded.nb_coded_side_data(coded.nb_coded_side_data() + 1);
  }

  private AVCodecContext encoder(FrameSize size) {
    AVCodec found = avcodec_find_encoder_by_name(codec);
    AVCodecContext encoder = avcodec_alloc_context3(found);
    encoder.width(size.width()).height(size.height()).pix_fmt(AV_PIX_FMT_YUV420P);
    encoder.time_base().num(1).den(1000);
    encoder.framerate().num(25).den(1);
    encoder.colorspace(colourSpace).color_range(colourRange);
    encoder.bit_rate(4_000_000);
    encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    check(avcodec_open2(encoder, found, (AVDictionary) null));
    return encoder;
  }

  private static void fill(AVFrame picture, Frame frame) {
    byte[][] planes = {frame.luma(), frame.chromaBlue(), frame.chromaRed()};
    for (int plane = 0; plane < 3; plane++) {
      int width = frame.size().width() / (plane == 0 ? 1 : 2);
      int height = frame.size().height() / (plane == 0 ? 1 : 2);
      for (int y = 0; y < height; y++) {
        picture
            .data(plane)
            .position((long) y * picture.linesize(plane))
            .put(planes[plane], y * width, width);
      }
    }
  }

  private void drain(
      AVFormatContext output, AVCodecContext encoder, AVStream stream, AVPacket packet) {
    while (avcodec_receive_packet(encoder, packet) >= 0) {
      packet.stream_index(stream.index());
      int number = milliseconds.indexOf((int) packet.pts());
      packet.duration(
          number + 1 < milliseconds.size() ? milliseconds.get(number + 1) - packet.pts() : 40);
      av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
      check(av_interleaved_write_frame(output, packet));
    }
  }

  private static void check(int code) {
    Ffmpeg.check(code, "make a sample");
  }
}
