package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import io.wan4j.engine.SoundSource;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Reads a sound file, or the sound of a video, as 48 kHz stereo.
 *
 * <p>The sound of a video begins with its first picture: what was heard before is left out, and
 * silence stands where it begins later.
 */
public final class SoundReader implements SoundSource {
  private final MediaFile file;
  private final StreamDecoder decoder;
  private final double tick;
  private final AVChannelLayout stereo = new AVChannelLayout();
  private SwrContext resampler;
  private String resampled = "";
  private FloatPointer converted = new FloatPointer(0);
  private float[] ready = new float[0];
  private int position;
  private int length;
  private long skip;
  private long silence;
  private long left;
  private boolean ended;

  private SoundReader(MediaFile file, AVStream stream, long skip, long limit, MediaLimits limits) {
    this.file = file;
    double zero = file.video().map(SoundReader::start).orElseGet(() -> start(stream));
    long offset = Math.round((start(stream) - zero) * SAMPLE_RATE);
    this.silence = Math.max(0, offset - skip);
    this.skip = Math.max(0, skip - offset);
    this.left = limit;
    this.tick = av_q2d(stream.time_base());
    this.decoder = new StreamDecoder(file, stream, limits);
    av_channel_layout_default(stereo, 2);
  }

  private static double start(AVStream stream) {
    return MediaFile.startOf(stream) * av_q2d(stream.time_base());
  }

  /** Opens all of a sound within {@link MediaLimits#STANDARD}. */
  public static SoundReader open(Path path) {
    return open(path, 0, Double.POSITIVE_INFINITY, MediaLimits.STANDARD);
  }

  /**
   * Opens a part of a sound.
   *
   * @param startSeconds what to leave out at the beginning
   * @param limitSeconds how much to read at most; may be infinite
   * @throws MediaException of the fitting kind when it cannot be read or holds no sound
   */
  public static SoundReader open(
      Path path, double startSeconds, double limitSeconds, MediaLimits limits) {
    if (!(startSeconds >= 0) || !(limitSeconds >= 0)) {
      throw new IllegalArgumentException(
          "no sound from %s for %s seconds".formatted(startSeconds, limitSeconds));
    }
    MediaFile file = MediaFile.open(path, limits);
    try {
      AVStream stream =
          file.audio()
              .orElseThrow(() -> new UnknownMediaException(path.getFileName() + " has no sound"));
      return new SoundReader(
          file,
          stream,
          Math.round(startSeconds * SAMPLE_RATE),
          Math.round(limitSeconds * SAMPLE_RATE),
          limits);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public int read(float[] stereoPairs, int offset, int count) {
    int wanted = (int) Math.min(count, left);
    int done = 0;
    while (done < wanted) {
      if (silence > 0) {
        int quiet = (int) Math.min(silence, wanted - done);
        java.util.Arrays.fill(stereoPairs, 2 * (offset + done), 2 * (offset + done + quiet), 0f);
        silence -= quiet;
        done += quiet;
      } else if (position < length) {
        int part = Math.min(length - position, wanted - done);
        System.arraycopy(ready, 2 * position, stereoPairs, 2 * (offset + done), 2 * part);
        position += part;
        done += part;
      } else if (!fill()) {
        break;
      }
    }
    left -= done;
    return done;
  }

  /** Decodes until there is sound again; false at the end. */
  private boolean fill() {
    while (!ended) {
      if (decoder.next()) {
        convert(decoder.frame());
      } else {
        ended = true;
        drain();
      }
      int skipped = (int) Math.min(skip, length);
      skip -= skipped;
      position = skipped;
      if (position < length) {
        return true;
      }
    }
    return false;
  }

  private void convert(AVFrame frame) {
    prepare(frame);
    resample(frame.extended_data(), heard(frame));
  }

  /** The last block of an AAC track is filled up; the file says how much of it counts. */
  private int heard(AVFrame frame) {
    if (frame.duration() <= 0) {
      return frame.nb_samples();
    }
    double samplesATick = tick * frame.sample_rate();
    long samples = Math.round(frame.duration() * samplesATick);
    // A container that counts in milliseconds rounds every block; that is no end.
    double rounding = samplesATick > 1 ? samplesATick : 0;
    boolean last = samples < frame.nb_samples() - rounding;
    return last ? (int) samples : frame.nb_samples();
  }

  /** What the resampler still holds back. */
  private void drain() {
    length = 0;
    if (resampler != null) {
      resample(null, 0);
    }
  }

  private void resample(PointerPointer<?> input, int samples) {
    int room = swr_get_out_samples(resampler, samples);
    if (ready.length < 2 * room) {
      converted.close();
      converted = new FloatPointer(2L * room);
      ready = new float[2 * room];
    }
    try (PointerPointer<FloatPointer> output = new PointerPointer<>(1)) {
      output.put(0, converted);
      length = Ffmpeg.check(swr_convert(resampler, output, room, input, samples), "resample");
    }
    converted.get(ready, 0, 2 * length);
    position = 0;
  }

  /** A track may change its layout or rate half-way, so this looks at every block. */
  private void prepare(AVFrame frame) {
    AVChannelLayout layout = frame.ch_layout();
    if (layout.order() == AV_CHANNEL_ORDER_UNSPEC) {
      av_channel_layout_default(layout, layout.nb_channels());
    }
    String wanted =
        frame.format()
            + "/"
            + frame.sample_rate()
            + "/"
            + layout.nb_channels()
            + "/"
            + layout.order()
            + "/"
            + layout.u_mask();
    if (wanted.equals(resampled)) {
      return;
    }
    freeResampler();
    resampler = new SwrContext(null);
    Ffmpeg.check(
        swr_alloc_set_opts2(
            resampler,
            stereo,
            AV_SAMPLE_FMT_FLT,
            SAMPLE_RATE,
            layout,
            frame.format(),
            frame.sample_rate(),
            0,
            null),
        "resample " + file.path().getFileName());
    if (layout.nb_channels() == 1) {
      // The resampler shares a single channel out at 3 dB less; players give it whole to both
      // sides.
      av_opt_set_double(resampler, "rematrix_volume", Math.sqrt(2), 0);
    }
    Ffmpeg.check(swr_init(resampler), "resample " + file.path().getFileName());
    resampled = wanted;
  }

  private void freeResampler() {
    if (resampler != null) {
      swr_free(resampler);
      resampler = null;
    }
  }

  @Override
  public void close() {
    freeResampler();
    converted.close();
    av_channel_layout_uninit(stereo);
    decoder.close();
    file.close();
  }
}
