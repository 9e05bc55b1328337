package io.wan4j.storyboard;

/** Draws the director's contact sheet of a storyboard: a panel a shot. */
public interface StoryboardArtist {
  /**
   * Draws the sheet.
   *
   * @param board what was understood of a prompt
   * @param width pixels of the film's frames; with the height it says how wide a panel is
   * @param height pixels of the film's frames
   * @return a PNG
   * @throws IllegalArgumentException when width or height is below 1 or one is more than eight
   *     times the other
   */
  byte[] sheet(Storyboard board, int width, int height);

  /**
   * Draws the sheet's panels alone, one below the other, without paper and words.
   *
   * @return a PNG as wide as a panel and as high as all of them; otherwise as {@link #sheet}
   */
  byte[] frames(Storyboard board, int width, int height);
}
