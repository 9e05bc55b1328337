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
 * An encoder inside the FFmpeg natives and how it is set.
 *
 * @param codecName FFmpeg's name of the encoder
 * @param options the encoder's own options
 * @param fineOptions options of the encoder of the first and last frame on top of these; empty
 *     where one encoder does all
 */
record FfmpegEncoder(String codecName, Map<String, String> options, Map<String, String> fineOptions)
    implements FilmEncoder {
  /** In the LGPL natives, which are built without its hand-written vector code. */
  static final FfmpegEncoder OPEN_H264 =
      new FfmpegEncoder(
          "libopenh264",
          Map.of(
              "rc_mode", "quality",
              "qmin", Integer.toString(FINEST),
              "qmax", Integer.toString(COARSEST),
              "allow_skip_frames", "0",
              "coder", "cabac"),
          Map.of("qmin", Integer.toString(FINE), "qmax", Integer.toString(FINE)));

  /** In the GPL natives, which only the user can add; sets its bit rate by quality alone. */
  static final FfmpegEncoder X264 =
      new FfmpegEncoder(
          "libx264",
          Map.of("preset", "veryfast", "crf", "20", "forced-idr", "1", "profile", "high"),
          Map.of());

  /** Whether the natives hold it. */
  boolean isThere() {
    return avcodec_find_encoder_by_name(codecName) != null;
  }

  @Override
  public String title() {
    return codecName;
  }

  @Override
  public boolean hasFine() {
    return !fineOptions.isEmpty();
  }

  @Override
  public PictureCoder open(FilmFormat format) {
    return new Coder(open(format, options));
  }

  @Override
  public PictureCoder openFine(FilmFormat format) {
    Map<String, String> all = new HashMap<>(options);
    all.putAll(fineOptions);
    return new Coder(open(format, all));
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
      codec.bit_rate(FilmEncoder.bitRate(format));
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
