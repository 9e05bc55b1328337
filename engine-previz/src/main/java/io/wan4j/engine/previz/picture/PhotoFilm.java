package io.wan4j.engine.previz.picture;

import io.wan4j.engine.previz.Film;

/** A photograph brought to life: a camera moves before it and near parts pass far ones. */
final class PhotoFilm implements Film {
  private final Plate plate;
  private final DepthField depth;
  private final CameraPath camera;
  private final Finish finish;
  private final double[] pulses;
  private final int frameRate;

  /**
   * @param plate as large as the film's frames
   * @param pulses how strongly a sound lights each frame, 0 to 1; empty without sound
   */
  PhotoFilm(
      Plate plate,
      DepthField depth,
      CameraPath camera,
      Finish finish,
      double[] pulses,
      int frameRate) {
    this.plate = plate;
    this.depth = depth;
    this.camera = camera;
    this.finish = finish;
    this.pulses = pulses;
    this.frameRate = frameRate;
  }

  @Override
  public void paint(int frame, int[] argb) {
    Pose pose = camera.at(frame);
    if (pose.equals(Pose.HOME)) {
      System.arraycopy(plate.pixels(), 0, argb, 0, argb.length);
    } else {
      MeshWarp.paint(
          plate,
          pose.over(depth, plate.width(), plate.height()),
          argb,
          plate.width(),
          plate.height());
    }
    double seconds = (double) frame / frameRate;
    double light = frame < pulses.length ? 0.05 * pulses[frame] : 0;
    finish.apply(argb, frame, seconds, Finish.since(seconds), frame == 0 ? 0 : light);
  }

  @Override
  public boolean isCut(int frame) {
    return camera.isCut(frame);
  }
}
