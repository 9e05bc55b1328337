package io.wan4j.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import io.wan4j.engine.Frame;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * The picture track of a film. The newest frame is held back, because the last one is to be a key
 * frame and nobody says beforehand that it is the last.
 */
final class FilmPictures implements Mp4File.Track {
  private final FilmTrack track;
  private final AVFrame held;
  private long written;
  private boolean keyFrame;

  FilmPictures(AVFormatContext file, FilmFormat format) {
    AVCodecContext codec = FilmEncoder.choose().open(format);
    this.track = new FilmTrack(file, codec);
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
      encodeHeld(keyFrame);
      Ffmpeg.check(av_frame_make_writable(held), "take memory for a frame");
    }
    int width = frame.size().width();
    int height = frame.size().height();
    copy(frame.luma(), 0, width, height);
    copy(frame.chromaBlue(), 1, width / 2, height / 2);
    copy(frame.chromaRed(), 2, width / 2, height / 2);
    held.pts(written);
    keyFrame = asKeyFrame || written == 0;
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

  private void encodeHeld(boolean asKeyFrame) {
    held.pict_type(asKeyFrame ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
    track.encode(held);
  }

  /** Codes the last frame as a key frame. */
  void finish() {
    encodeHeld(true);
    track.flush();
  }

  @Override
  public void close() {
    av_frame_free(held);
    track.close();
  }
}
