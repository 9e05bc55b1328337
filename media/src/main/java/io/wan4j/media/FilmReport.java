package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_profile_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_primaries_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_range_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_space_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_transfer_name;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/**
 * How a finished film was coded, for tests, benches and the doctor; {@link MediaProbe} tells what
 * it holds, {@link ClipReader} and {@link SoundReader} give its frames and sound, {@link
 * Similarity} compares them.
 *
 * @param profile of the picture track, such as High
 * @param pixelFormat such as yuv420p
 * @param colours primaries, transfer, matrix and range, such as bt709/bt709/bt709/tv
 * @param rates lowest and mean frames a second, equal for a constant rate, such as "30/1 30/1"
 * @param keyFrames numbers of the frames that stand alone
 * @param sound codec, profile, samples a second and channels, such as "aac LC 48000 stereo"; empty
 *     without sound
 * @param soundSeconds length of the sound that is heard, 0 without sound
 * @param indexInFront whether playing can start before all is loaded
 */
public record FilmReport(
    String profile,
    String pixelFormat,
    String colours,
    String rates,
    List<Integer> keyFrames,
    String sound,
    double soundSeconds,
    boolean indexInFront) {

  public FilmReport {
    keyFrames = List.copyOf(keyFrames);
  }

  /**
   * Reads how a film was coded.
   *
   * @throws MediaException when it cannot be read or has no pictures
   */
  public static FilmReport of(Path film) {
    try (MediaFile file = MediaFile.open(film, MediaLimits.STANDARD)) {
      AVStream pictures =
          file.video()
              .orElseThrow(
                  () -> new UnknownMediaException(film.getFileName() + " has no pictures"));
      AVCodecParameters coded = pictures.codecpar();
      return new FilmReport(
          name(avcodec_profile_name(coded.codec_id(), coded.profile())),
          name(av_get_pix_fmt_name(coded.format())),
          String.join(
              "/",
              name(av_color_primaries_name(coded.color_primaries())),
              name(av_color_transfer_name(coded.color_trc())),
              name(av_color_space_name(coded.color_space())),
              name(av_color_range_name(coded.color_range()))),
          rate(pictures.r_frame_rate()) + " " + rate(pictures.avg_frame_rate()),
          keyFrames(file, pictures),
          file.audio().map(FilmReport::describe).orElse(""),
          file.audio().map(FilmReport::seconds).orElse(0.0),
          indexInFront(film));
    }
  }

  private static String name(BytePointer text) {
    return text == null || text.isNull() ? "unknown" : text.getString();
  }

  private static String rate(AVRational rate) {
    return rate.num() + "/" + rate.den();
  }

  private static String describe(AVStream stream) {
    AVCodecParameters coded = stream.codecpar();
    int channels = coded.ch_layout().nb_channels();
    return String.join(
        " ",
        name(avcodec_get_name(coded.codec_id())),
        name(avcodec_profile_name(coded.codec_id(), coded.profile())),
        Integer.toString(coded.sample_rate()),
        channels == 1 ? "mono" : channels == 2 ? "stereo" : channels + " channels");
  }

  private static double seconds(AVStream stream) {
    return Math.max(0, stream.duration() * av_q2d(stream.time_base()));
  }

  private static List<Integer> keyFrames(MediaFile file, AVStream stream) {
    List<Integer> numbers = new ArrayList<>();
    AVPacket packet = av_packet_alloc();
    try {
      int number = 0;
      while (file.read(packet)) {
        if (packet.stream_index() == stream.index()) {
          if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) {
            numbers.add(number);
          }
          number++;
        }
      }
    } finally {
      av_packet_free(packet);
    }
    return numbers;
  }

  /** Walks the boxes of the file (ISO/IEC 14496-12, 4.2) until the index or the content comes. */
  private static boolean indexInFront(Path film) {
    try (InputStream in = Files.newInputStream(film);
        DataInputStream boxes = new DataInputStream(in)) {
      while (true) {
        long length = boxes.readInt() & 0xffffffffL;
        String type = new String(boxes.readNBytes(4), StandardCharsets.ISO_8859_1);
        if (type.equals("moov") || type.equals("mdat") || length < 8) {
          return type.equals("moov");
        }
        boxes.skipNBytes(length - 8);
      }
    } catch (IOException e) {
      throw new MediaException("cannot read " + film + ": " + e, e);
    }
  }
}
