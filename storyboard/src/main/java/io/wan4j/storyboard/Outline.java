package io.wan4j.storyboard;

import java.util.List;

/**
 * A prompt cut into shots, not yet understood.
 *
 * @param preamble what stands before the first shot and holds for all of them
 * @param drafts at least one
 */
record Outline(String preamble, List<Draft> drafts) {
  Outline {
    drafts = List.copyOf(drafts);
  }

  /**
   * One shot to be.
   *
   * @param varied the text stands for several shots; give this one a size of its own
   */
  record Draft(String text, Stamp stamp, boolean varied) {}
}
