package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_PAL8;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A picture file decoded into FFmpeg's own memory, in whatever pixel format it has. */
final class DecodedPicture implements AutoCloseable {
  private final MediaFormat format;
  private final long bytes;
  private final AVFrame frame;

  private DecodedPicture(MediaFormat format, long bytes, AVFrame frame) {
    this.format = format;
    this.bytes = bytes;
    this.frame = frame;
  }

  static DecodedPicture read(Path file, MediaLimits limits) {
    MediaFormat format = MediaFormat.of(file);
    if (!format.isPicture()) {
      throw new UnknownMediaException(file.getFileName() + " is " + format + ", not a picture");
    }
    return read(format, content(file, limits), file.getFileName().toString(), limits);
  }

  /** The name is for messages only. */
  static DecodedPicture read(MediaFormat format, byte[] content, String name, MediaLimits limits) {
    Ffmpeg.load();
    PictureEnd.check(format, content, name);
    FfmpegLog.clear();
    AVCodec decoder = avcodec_find_decoder_by_name(format.reader());
    if (decoder == null) {
      throw new UnknownMediaException("these FFmpeg natives cannot decode " + format);
    }
    AVCodecContext codec = avcodec_alloc_context3(decoder);
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    try {
      codec.max_pixels(limits.picturePixels());
      codec.thread_count(1);
      if (format == MediaFormat.PNG || format == MediaFormat.WEBP) {
        // Not the others: cameras and editors write oddities into them that harm nothing.
        codec.err_recognition(AV_EF_EXPLODE);
      }
      Ffmpeg.check(avcodec_open2(codec, decoder, (AVDictionary) null), "open " + format);
      Ffmpeg.check(av_new_packet(packet, content.length), "take " + content.length + " bytes");
      packet.data().put(content);
      int code = avcodec_send_packet(codec, packet);
      if (code >= 0) {
        avcodec_send_packet(codec, null);
        code = avcodec_receive_frame(codec, frame);
      }
      if (code < 0) {
        throw refusal(name, format, code, limits);
      }
      return new DecodedPicture(format, content.length, frame);
    } catch (RuntimeException e) {
      av_frame_free(frame);
      throw e;
    } finally {
      av_packet_free(packet);
      avcodec_free_context(codec);
    }
  }

  private static byte[] content(Path file, MediaLimits limits) {
    try {
      long bytes = Files.size(file);
      if (bytes > limits.pictureBytes()) {
        throw new OversizedMediaException(
            "%s has %d bytes, pictures are read up to %d"
                .formatted(file.getFileName(), bytes, limits.pictureBytes()));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new MediaException("cannot read " + file + ": " + e, e);
    }
  }

  /** FFmpeg has one error code for everything; only its log tells a bomb from a broken file. */
  private static MediaException refusal(
      String name, MediaFormat format, int code, MediaLimits limits) {
    String reason = Ffmpeg.reason(code);
    if (reason.contains("exceeds specified max pixel count")
        || reason.contains("Picture size") && reason.contains("is invalid")) {
      return new OversizedMediaException(
          "%s has too many pixels, at most %d are read: %s"
              .formatted(name, limits.picturePixels(), reason));
    }
    return new DamagedMediaException(name + " cannot be decoded as " + format + ": " + reason);
  }

  MediaFormat format() {
    return format;
  }

  long bytes() {
    return bytes;
  }

  AVFrame frame() {
    return frame;
  }

  /** EXIF orientation, 1 to 8 (Exif 2.32, tag 274); 1 where there is none. */
  int orientation() {
    AVDictionaryEntry entry = av_dict_get(frame.metadata(), "Orientation", null, 0);
    String value = entry == null ? "" : entry.value().getString().strip();
    return value.matches("[1-8]") ? Integer.parseInt(value) : 1;
  }

  /** As {@link PictureFacts#hasAlpha} says. */
  boolean hasAlpha() {
    boolean declared =
        (av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0
            && format != MediaFormat.JPEG;
    boolean always =
        frame.format() == AV_PIX_FMT_PAL8
            || format == MediaFormat.WEBP
            || format == MediaFormat.BMP;
    return declared && (!always || FramePixels.of(frame).hasTransparency());
  }

  @Override
  public void close() {
    av_frame_free(frame);
  }
}
