package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_HIGH;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * The H.264 encoder and how it is set.
 *
 * <p>The first and the last frame of a film are often pictures the user gave, and have to come out
 * as they went in, while every frame coded that finely would make the film several times as large.
 * OpenH264 cannot be told to treat single frames better, so a second, finer encoder of the same
 * kind codes those two. Measured at 1280x720 on a pan over a soft picture with grain of standard
 * deviation 3, the hardest for SSIM, at a target of 0.3 bits a pixel: 0.973 for both frames and 9.2
 * Mbit/s, where one encoder for all, its quantiser held at 23 and below, gave 0.925 and 8.6 Mbit/s.
 *
 * @param codecName FFmpeg's name of the encoder
 * @param options the encoder's own options
 * @param fineOptions options of the encoder of the first and last frame on top of these; empty
 *     where one encoder does all
 */
record FilmEncoder(String codecName, Map<String, String> options, Map<String, String> fineOptions) {
  /** How far apart key frames are at most, so that a player can jump. */
  private static final int KEY_FRAME_SECONDS = 2;

  /** Only aims the quantiser within its bounds: 5.5 Mbit/s at 1280x720, 30 frames a second. */
  private static final double BITS_PER_PIXEL = 0.2;

  /** In the LGPL natives. Below a quantiser of 18 nothing visible is won. */
  private static final FilmEncoder OPEN_H264 =
      new FilmEncoder(
          "libopenh264",
          Map.of(
              "rc_mode", "quality",
              "qmin", "18",
              "qmax", "26",
              "allow_skip_frames", "0",
              "coder", "cabac"),
          Map.of("qmin", "17", "qmax", "17"));

  /** In the GPL natives, which only the user can add; sets its bit rate by quality alone. */
  private static final FilmEncoder X264 =
      new FilmEncoder(
          "libx264",
          Map.of("preset", "veryfast", "crf", "20", "forced-idr", "1", "profile", "high"),
          Map.of());

  static FilmEncoder choose() {
    Ffmpeg.load();
    for (FilmEncoder encoder : new FilmEncoder[] {X264, OPEN_H264}) {
      if (avcodec_find_encoder_by_name(encoder.codecName) != null) {
        return encoder;
      }
    }
    throw new MediaException(
        "these FFmpeg natives have neither libopenh264 nor libx264, so no film can be encoded");
  }

  /** Whether the first and the last frame get an encoder of their own. */
  boolean hasFine() {
    return !fineOptions.isEmpty();
  }

  /** Opens the encoder; the caller frees it. */
  AVCodecContext open(FilmFormat format) {
    return open(format, options);
  }

  /** Opens the encoder of the first and the last frame; the caller frees it. */
  AVCodecContext openFine(FilmFormat format) {
    Map<String, String> all = new HashMap<>(options);
    all.putAll(fineOptions);
    return open(format, all);
  }

  private AVCodecContext open(FilmFormat format, Map<String, String> chosen) {
    AVCodec encoder = avcodec_find_encoder_by_name(codecName);
    AVCodecContext codec = avcodec_alloc_context3(encoder);
    codec.width(format.size().width());
    codec.height(format.size().height());
    codec.pix_fmt(AV_PIX_FMT_YUV420P);
    codec.time_base().num(1).den(format.frameRate());
    codec.framerate().num(format.frameRate()).den(1);
    codec.gop_size(KEY_FRAME_SECONDS * format.frameRate());
    codec.max_b_frames(0);
    codec.profile(AV_PROFILE_H264_HIGH);
    codec.color_range(AVCOL_RANGE_MPEG);
    codec.color_primaries(AVCOL_PRI_BT709);
    codec.color_trc(AVCOL_TRC_BT709);
    codec.colorspace(AVCOL_SPC_BT709);
    codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
    codec.thread_count(1);
    codec.slices(1);
    if (!chosen.containsKey("crf")) {
      codec.bit_rate(Math.round(BITS_PER_PIXEL * format.size().pixels() * format.frameRate()));
    }
    AVDictionary settings = new AVDictionary(null);
    chosen.forEach((key, value) -> av_dict_set(settings, key, value, 0));
    int code = avcodec_open2(codec, encoder, settings);
    av_dict_free(settings);
    if (code < 0) {
      String reason = Ffmpeg.reason(code);
      avcodec_free_context(codec);
      throw new MediaException(
          "cannot encode a film of %s at %d frames a second with %s: %s"
              .formatted(format.size(), format.frameRate(), codecName, reason));
    }
    return codec;
  }
}
