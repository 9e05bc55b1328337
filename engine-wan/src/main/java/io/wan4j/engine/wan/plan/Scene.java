package io.wan4j.engine.wan.plan;

import java.util.List;

/**
 * One shot of the film that the networks make.
 *
 * @param start its first frame in the finished film
 * @param frames of the finished film
 * @param hidden frames before its first that are filmed but not shown: 1 where it goes on from a
 *     clip, whose last frame is its first
 * @param pace filmed frames for each frame of the finished film
 * @param prompt its own words
 */
public record Scene(
    int start, int frames, int hidden, double pace, String prompt, List<Window> windows) {
  public Scene {
    windows = List.copyOf(windows);
  }

  /** Where a frame of this shot lies among the filmed ones. */
  public double position(int frame) {
    return (frame + hidden) * pace;
  }

  /** How many frames are filmed. */
  public int filmed() {
    return windows.stream().mapToInt(Window::added).sum();
  }
}
