package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.media.ClipReader;
import io.wan4j.media.ClipView;
import io.wan4j.media.MediaException;
import java.util.Optional;

/** Clips decoded from their files as they are asked for. */
final class MediaClips implements ClipPlates {
  private final Clip clip;
  private final ClipReader reader;
  private final Frame frame;
  private boolean closed;

  private MediaClips(Clip clip, ClipReader reader, FrameSize size) {
    this.clip = clip;
    this.reader = reader;
    this.frame = new Frame(size);
  }

  /** As {@link ClipPlates.Opener} wants it; the sides are made even, as films have them. */
  static ClipPlates open(Clip clip, int width, int height, int frameRate) {
    FrameSize size = new FrameSize(Math.max(16, width & ~1), Math.max(16, height & ~1));
    try {
      ClipView view = ClipView.of(size).atRate(frameRate);
      return new MediaClips(clip, ClipReader.open(clip.file(), view), size);
    } catch (MediaException e) {
      throw unreadable(clip, e);
    }
  }

  @Override
  public Optional<Plate> next() {
    try {
      if (closed || !reader.read(frame)) {
        return Optional.empty();
      }
    } catch (MediaException e) {
      throw unreadable(clip, e);
    }
    int[] pixels = new int[frame.size().pixels()];
    frame.getRgb(pixels);
    return Optional.of(new Plate(frame.size().width(), frame.size().height(), pixels));
  }

  private static EngineException unreadable(Clip clip, MediaException e) {
    return new EngineException("clip " + clip.file().getFileName() + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      reader.close();
    }
  }
}
