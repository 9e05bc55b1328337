package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** What is really in a track, counted packet by packet; a header can lie. */
final class PacketCount {
  /** Headers round, and other tracks may be longer; a file that was cut off misses more. */
  private static final double SHORTEST_SHARE = 0.9;

  private static final double SLACK_SECONDS = 0.5;
  private static final double SHORTEST_SECONDS = 0.002;

  private final AVStream stream;
  private final long promised;
  private long read;
  private long seen;
  private long start = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long lastLength;

  private PacketCount(AVStream stream, long promised) {
    this.stream = stream;
    this.promised = promised;
  }

  /**
   * Reads a file to its end.
   *
   * @param main the track to tell about; the others are only checked
   * @throws DamagedMediaException when something of the pictures or the sound is missing
   */
  static PacketCount of(MediaFile media, AVStream main) {
    PacketCount[] counts =
        Stream.concat(media.video().stream(), media.audio().stream())
            .map(stream -> new PacketCount(stream, media.promisedPackets(stream)))
            .toArray(PacketCount[]::new);
    AVPacket packet = av_packet_alloc();
    try {
      while (media.read(packet)) {
        for (PacketCount count : counts) {
          count.add(packet, media.path());
        }
      }
    } finally {
      av_packet_free(packet);
    }
    PacketCount told = counts[0];
    for (PacketCount count : counts) {
      count.checkWhole(media.path());
      told = count.stream.index() == main.index() ? count : told;
    }
    if (told.seconds() < SHORTEST_SHARE * media.promisedSeconds() - SLACK_SECONDS) {
      throw new DamagedMediaException(
          "%s is cut off: %.1f of %.1f seconds are there"
              .formatted(media.path().getFileName(), told.seconds(), media.promisedSeconds()));
    }
    return told;
  }

  private void add(AVPacket packet, Path file) {
    if (packet.stream_index() != stream.index()) {
      return;
    }
    read++;
    if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
      throw new DamagedMediaException(
          file.getFileName() + " is cut off inside piece " + read + " of track " + stream.index());
    }
    if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
      return;
    }
    seen++;
    if (packet.pts() != AV_NOPTS_VALUE) {
      start = Math.min(start, packet.pts());
      if (packet.pts() >= last) {
        last = packet.pts();
        lastLength = packet.duration();
      }
    }
  }

  private void checkWhole(Path file) {
    if (read < promised) {
      throw new DamagedMediaException(
          "%s is cut off: %d of %d pieces of track %d are there"
              .formatted(file.getFileName(), read, promised, stream.index()));
    }
    if (seen == 0) {
      throw new DamagedMediaException(
          file.getFileName() + " holds nothing in track " + stream.index());
    }
  }

  /** Pieces that are shown or heard. */
  long packets() {
    return seen;
  }

  /** From the first piece's begin to the last one's end; one without a length lasts as the mean. */
  double seconds() {
    double length = last - start + lastLength;
    if (last <= start) {
      length = Math.max(lastLength, stream.duration());
    } else if (lastLength * av_q2d(stream.time_base()) < SHORTEST_SECONDS) {
      length = (double) (last - start) / (seen - 1) * seen;
    }
    return Math.max(0, length * av_q2d(stream.time_base()));
  }
}
