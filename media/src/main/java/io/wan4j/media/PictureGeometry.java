package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;

/**
 * How a video's stored pictures are meant to be seen.
 *
 * @param width pixels, after pixel aspect and rotation
 * @param height pixels, after pixel aspect and rotation
 * @param quarterTurns clockwise quarter turns to apply, 0 to 3
 */
record PictureGeometry(int width, int height, int quarterTurns) {
  private static final int MATRIX_BYTES = 9 * Integer.BYTES;

  static PictureGeometry of(AVStream stream) {
    AVCodecParameters parameters = stream.codecpar();
    double aspect = pixelAspect(stream);
    int width = Math.max(1, (int) Math.round(parameters.width() * aspect));
    int height = parameters.height();
    int turns = quarterTurns(parameters);
    return turns % 2 == 0
        ? new PictureGeometry(width, height, turns)
        : new PictureGeometry(height, width, turns);
  }

  /** Whether width and height change places. */
  boolean sideways() {
    return quarterTurns % 2 != 0;
  }

  /** The container's word wins over the codec's, as in FFmpeg's tools. */
  private static double pixelAspect(AVStream stream) {
    AVRational container = stream.sample_aspect_ratio();
    AVRational chosen = container.num() > 0 ? container : stream.codecpar().sample_aspect_ratio();
    double aspect = chosen.den() > 0 ? (double) chosen.num() / chosen.den() : 1;
    return aspect > 0.1 && aspect < 10 ? aspect : 1;
  }

  private static int quarterTurns(AVCodecParameters parameters) {
    AVPacketSideData matrix =
        av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null || matrix.size() < MATRIX_BYTES) {
      return 0;
    }
    double anticlockwise = av_display_rotation_get(new IntPointer(matrix.data()));
    return Double.isNaN(anticlockwise) ? 0 : Math.floorMod(Math.round(-anticlockwise / 90), 4);
  }
}
