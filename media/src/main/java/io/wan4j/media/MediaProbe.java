package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Tells what a file holds, by its content and never by its name.
 *
 * <p>A picture is decoded; of a video or sound the first picture or block is decoded and every
 * packet is counted, so that a file that was cut off does not pass for a shorter one.
 */
public final class MediaProbe {
  private MediaProbe() {}

  /** Probes within {@link MediaLimits#STANDARD}. */
  public static MediaFacts probe(Path file) {
    return probe(file, MediaLimits.STANDARD);
  }

  /**
   * Probes a file.
   *
   * @throws DamagedMediaException when it is empty, cut off or broken
   * @throws UnknownMediaException when it is no picture, video or sound that can be read
   * @throws OversizedMediaException when it is above the limits; nothing was decoded then
   */
  public static MediaFacts probe(Path file, MediaLimits limits) {
    if (MediaFormat.of(file).isPicture()) {
      return picture(file, limits);
    }
    checkDecodable(file, limits);
    try (MediaFile media = MediaFile.open(file, limits)) {
      AVStream stream = mainTrack(media);
      PacketCount count = PacketCount.of(media, stream);
      return media.video().isPresent()
          ? clip(media, stream, count, media.audio().isPresent())
          : sound(media, stream, count);
    }
  }

  /** The pictures, or the sound where there are none. */
  private static AVStream mainTrack(MediaFile media) {
    return media
        .video()
        .or(media::audio)
        .orElseThrow(
            () ->
                new DamagedMediaException(
                    media.path().getFileName() + " has neither pictures nor sound"));
  }

  private static PictureFacts picture(Path file, MediaLimits limits) {
    try (DecodedPicture picture = DecodedPicture.read(file, limits)) {
      boolean sideways = ExifOrientation.isSideways(picture.orientation());
      int width = picture.frame().width();
      int height = picture.frame().height();
      return new PictureFacts(
          picture.format().toString(),
          sideways ? height : width,
          sideways ? width : height,
          picture.hasAlpha(),
          picture.bytes());
    }
  }

  private static void checkDecodable(Path file, MediaLimits limits) {
    try (MediaFile media = MediaFile.open(file, limits)) {
      AVStream stream = mainTrack(media);
      try (StreamDecoder decoder = new StreamDecoder(media, stream, limits)) {
        if (!decoder.next()) {
          throw new DamagedMediaException(
              "%s holds nothing that can be decoded as %s"
                  .formatted(
                      file.getFileName(),
                      avcodec_get_name(stream.codecpar().codec_id()).getString()));
        }
      }
    }
  }

  private static ClipFacts clip(
      MediaFile media, AVStream stream, PacketCount count, boolean hasSound) {
    PictureGeometry geometry = PictureGeometry.of(stream);
    double seconds = count.seconds();
    return new ClipFacts(
        media.format().toString(),
        avcodec_get_name(stream.codecpar().codec_id()).getString(),
        geometry.width(),
        geometry.height(),
        seconds > 0 ? count.packets() / seconds : media.frameRate(stream),
        seconds,
        count.packets(),
        hasSound,
        bytes(media.path()));
  }

  private static SoundFacts sound(MediaFile media, AVStream stream, PacketCount count) {
    return new SoundFacts(
        media.format().toString(),
        count.seconds(),
        stream.codecpar().ch_layout().nb_channels(),
        stream.codecpar().sample_rate(),
        bytes(media.path()));
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new MediaException("cannot read " + file + ": " + e, e);
    }
  }
}
