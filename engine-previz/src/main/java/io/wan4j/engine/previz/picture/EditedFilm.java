package io.wan4j.engine.previz.picture;

import io.wan4j.engine.previz.FrameSequence;

/** A film each of whose frames is changed after it has been painted. */
final class EditedFilm implements FrameSequence {
  /** Changes a painted frame: a pure function of frame and number. */
  @FunctionalInterface
  interface Edit {
    void apply(int frame, int[] argb);
  }

  private final FrameSequence source;
  private final Edit edit;

  EditedFilm(FrameSequence source, Edit edit) {
    this.source = source;
    this.edit = edit;
  }

  @Override
  public Painting begin(int frame) {
    Painting painting = source.begin(frame);
    return argb -> {
      painting.paint(argb);
      edit.apply(frame, argb);
    };
  }

  @Override
  public boolean isCut(int frame) {
    return source.isCut(frame);
  }

  @Override
  public void close() {
    source.close();
  }
}
