package io.wan4j.engine.wan.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * One run of the networks: as many frames as they film at a time.
 *
 * @param frames 4n + 1
 * @param overlap frames at its beginning that the window before has filmed already
 */
public record Window(int frames, int overlap) {

  /** Frames that this window adds. */
  public int added() {
    return frames - overlap;
  }

  /**
   * Windows that film at least so many frames one after the other.
   *
   * @param longest frames of one window, 4n + 1
   * @param overlap frames that each window is given from the one before, 4n + 1
   */
  static List<Window> covering(int frames, int longest, int overlap) {
    List<Window> windows = new ArrayList<>();
    int covered = 0;
    while (covered < frames) {
      int known = windows.isEmpty() ? 0 : overlap;
      int wanted = Math.min(longest, whole(frames - covered + known));
      // A window of nothing but known frames would never end.
      int length = Math.max(wanted, whole(known + 1));
      windows.add(new Window(length, known));
      covered += length - known;
    }
    return windows;
  }

  /**
   * Windows of clips that speak, each decoded together with the frames before it.
   *
   * @param clip frames that each adds, 4n
   * @param before frames before a clip, 4n + 1; before the first they are made from a picture
   */
  static List<Window> spoken(int frames, int clip, int before) {
    List<Window> windows = new ArrayList<>();
    for (int covered = 0; covered < frames; covered += clip) {
      int needed = (frames - covered + 3) / 4 * 4;
      windows.add(new Window(before + Math.min(clip, needed), before));
    }
    return windows;
  }

  /** The least 4n + 1 that is not below. */
  static int whole(int frames) {
    return (frames + 2) / 4 * 4 + 1;
  }
}
