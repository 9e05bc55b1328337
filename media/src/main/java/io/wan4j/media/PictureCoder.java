package io.wan4j.media;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** An opened H.264 encoder. Used by one thread. */
interface PictureCoder extends Mp4File.Track {
  /** What a decoder is set up with: the parameter sets. */
  byte[] head();

  /** A track for what this encoder makes. */
  FilmTrack trackIn(AVFormatContext file);

  /** Codes a frame, as a key frame where its picture type says so. */
  void encode(AVFrame frame, FilmTrack into);

  /** Codes a frame that does not become part of the film. */
  void encodeInVain(AVFrame frame);

  /** Codes what is still held back. */
  void flush(FilmTrack into);

  /** Key frames made so far. */
  long keyFrames();

  boolean lastWasKeyFrame();
}
