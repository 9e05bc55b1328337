package io.wan4j.engine.previz.picture;

import io.wan4j.engine.previz.FrameSequence;
import java.util.Optional;

/** A film that leads to a clip, then the clip to its end. */
final class ThenClip implements FrameSequence {
  private final FrameSequence lead;
  private final int leadFrames;
  private final ClipPlates clip;
  private int[] shown = new int[0];

  ThenClip(FrameSequence lead, int leadFrames, ClipPlates clip) {
    this.lead = lead;
    this.leadFrames = leadFrames;
    this.clip = clip;
  }

  @Override
  public Painting begin(int frame) {
    if (frame < leadFrames) {
      return lead.begin(frame);
    }
    Optional<Plate> next = clip.next();
    next.ifPresent(plate -> shown = plate.pixels());
    int[] pixels = shown;
    return argb -> System.arraycopy(pixels, 0, argb, 0, Math.min(pixels.length, argb.length));
  }

  @Override
  public boolean isCut(int frame) {
    return frame < leadFrames && lead.isCut(frame);
  }

  @Override
  public void close() {
    lead.close();
    clip.close();
  }
}
