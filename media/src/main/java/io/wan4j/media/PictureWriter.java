package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Writes pictures: PNG without any loss, JPEG for previews. */
public final class PictureWriter {
  /** Quantiser of the mjpeg encoder, 1 to 31; 3 is about what others call quality 92. */
  private static final int JPEG_QUANTISER = 3;

  private PictureWriter() {}

  /** Encodes as PNG, with an alpha channel only if something shines through. */
  public static byte[] png(PixelImage image) {
    int format = image.hasTransparency() ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24;
    return encode(image, "png", format, Map.of("pred", "mixed"));
  }

  /** Encodes as JPEG of good quality; what shines through shows black. */
  public static byte[] jpeg(PixelImage image) {
    return encode(image.over(0xFF000000), "mjpeg", AV_PIX_FMT_YUVJ444P, Map.of());
  }

  /** Writes a PNG file whole or not at all, replacing what was there. */
  public static void writePng(PixelImage image, Path file) {
    write(png(image), file);
  }

  /** Writes a JPEG file whole or not at all, replacing what was there. */
  public static void writeJpeg(PixelImage image, Path file) {
    write(jpeg(image), file);
  }

  private static void write(byte[] content, Path file) {
    try (PartFile part = PartFile.beside(file)) {
      Files.write(part.path(), content);
      part.moveToPlace();
    } catch (IOException e) {
      throw new MediaException("cannot write " + file + ": " + e, e);
    }
  }

  /** By FFmpeg's name of the encoder and its own options. */
  static byte[] encode(
      PixelImage image, String encoderName, int pixelFormat, Map<String, String> options) {
    Ffmpeg.load();
    FfmpegLog.clear();
    AVCodec encoder = avcodec_find_encoder_by_name(encoderName);
    if (encoder == null) {
      throw new MediaException("these FFmpeg natives cannot encode " + encoderName);
    }
    AVCodecContext codec = avcodec_alloc_context3(encoder);
    AVDictionary settings = new AVDictionary(null);
    AVPacket packet = av_packet_alloc();
    AVFrame frame = FramePixels.toFrame(image, pixelFormat);
    try {
      codec.width(image.width()).height(image.height()).pix_fmt(pixelFormat);
      codec.time_base().num(1).den(1);
      codec.color_range(AVCOL_RANGE_JPEG);
      codec.thread_count(1);
      codec.flags(codec.flags() | AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_QSCALE);
      codec.global_quality(JPEG_QUANTISER * FF_QP2LAMBDA);
      frame.quality(JPEG_QUANTISER * FF_QP2LAMBDA);
      options.forEach((key, value) -> av_dict_set(settings, key, value, 0));
      String doing = "encode a picture of " + image.width() + "x" + image.height();
      Ffmpeg.check(avcodec_open2(codec, encoder, settings), doing);
      Ffmpeg.check(avcodec_send_frame(codec, frame), doing);
      avcodec_send_frame(codec, null);
      Ffmpeg.check(avcodec_receive_packet(codec, packet), doing);
      byte[] content = new byte[packet.size()];
      packet.data().get(content);
      return content;
    } finally {
      av_dict_free(settings);
      av_frame_free(frame);
      av_packet_free(packet);
      avcodec_free_context(codec);
    }
  }
}
