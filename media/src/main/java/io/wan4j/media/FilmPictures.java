package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_REGIONS_OF_INTEREST;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_new_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_remove_side_data;

import io.wan4j.engine.Frame;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVRegionOfInterest;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The picture track of a film. The newest frame is held back, because the last one is coded
 * differently and nobody says beforehand that it is the last.
 *
 * <p>Where one encoder does all, the first and the last frame are marked as a region of interest.
 *
 * <p>Else they go to a finer encoder. The usual one codes the first frame too, in vain, and the
 * second as a key frame, since it must not build on a first frame it did not make. Key frames that
 * follow each other need different numbers (ITU-T H.264, 7.4.3, idr_pic_id); each encoder counts
 * its own up from the same start.
 */
final class FilmPictures implements Mp4File.Track {
  /** Steps of the quantiser, of which H.264 has 51. */
  private static final int FINER_BY = -7;

  private static final int QUANTISER_STEPS = 51;

  private final PictureCoder usual;
  private final PictureCoder fine;
  private final FilmTrack track;
  private final AVFrame held;
  private long written;
  private boolean keyFrame;

  FilmPictures(Mp4File file, FilmFormat format, FilmEncoder encoder) {
    this.usual = file.own(encoder.open(format));
    this.fine = encoder.hasFine() ? file.own(encoder.openFine(format)) : usual;
    // A decoder set up for the one's packets has to understand the other's.
    if (!Arrays.equals(fine.head(), usual.head())) {
      throw new MediaException(
          "two encoders of %s do not fit into one film".formatted(encoder.title()));
    }
    this.track = usual.trackIn(file.context());
    track.constantRate(format.frameRate());
    this.held = av_frame_alloc();
    held.width(format.size().width());
    held.height(format.size().height());
    held.format(AV_PIX_FMT_YUV420P);
    held.color_range(AVCOL_RANGE_MPEG);
    held.color_primaries(AVCOL_PRI_BT709);
    held.color_trc(AVCOL_TRC_BT709);
    held.colorspace(AVCOL_SPC_BT709);
    Ffmpeg.check(av_frame_get_buffer(held, 0), "take memory for a frame");
  }

  /** Frames taken so far. */
  long count() {
    return written;
  }

  void write(Frame frame, boolean asKeyFrame) {
    if (written > 0) {
      encodeHeld();
      Ffmpeg.check(av_frame_make_writable(held), "take memory for a frame");
    }
    int width = frame.size().width();
    int height = frame.size().height();
    copy(frame.luma(), 0, width, height);
    copy(frame.chromaBlue(), 1, width / 2, height / 2);
    copy(frame.chromaRed(), 2, width / 2, height / 2);
    held.pts(written);
    keyFrame = asKeyFrame || written == 0 || fine != usual && written == 1;
    written++;
  }

  private void copy(byte[] plane, int index, int width, int height) {
    BytePointer target = held.data(index);
    int step = held.linesize(index);
    if (step == width) {
      target.put(plane, 0, plane.length);
      return;
    }
    for (int y = 0; y < height; y++) {
      target.position((long) y * step).put(plane, y * width, width);
    }
  }

  private void encodeHeld() {
    held.pict_type(keyFrame ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
    if (written == 1) {
      favourHeld();
    } else {
      av_frame_remove_side_data(held, AV_FRAME_DATA_REGIONS_OF_INTEREST);
    }
    if (fine != usual && written == 1) {
      fine.encode(held, track);
      usual.encodeInVain(held);
    } else {
      usual.encode(held, track);
    }
  }

  /** Asks for a finer quantiser all over the frame; OpenH264 does not listen to this. */
  private void favourHeld() {
    if (fine != usual || av_frame_get_side_data(held, AV_FRAME_DATA_REGIONS_OF_INTEREST) != null) {
      return;
    }
    AVFrameSideData data =
        av_frame_new_side_data(
            held, AV_FRAME_DATA_REGIONS_OF_INTEREST, Pointer.sizeof(AVRegionOfInterest.class));
    AVRegionOfInterest region = new AVRegionOfInterest(data.data());
    region.self_size(Pointer.sizeof(AVRegionOfInterest.class));
    region.top(0).left(0).bottom(held.height()).right(held.width());
    region.qoffset().num(FINER_BY).den(QUANTISER_STEPS);
  }

  /** Codes the last frame as a key frame. */
  void finish() {
    held.pict_type(AV_PICTURE_TYPE_I);
    favourHeld();
    if (fine == usual) {
      usual.encode(held, track);
      usual.flush(track);
      return;
    }
    boolean sameNumber = usual.lastWasKeyFrame() && usual.keyFrames() - 1 == fine.keyFrames();
    if (sameNumber) {
      fine.encodeInVain(held);
    }
    fine.encode(held, track);
  }

  @Override
  public void close() {
    av_frame_free(held);
  }
}
