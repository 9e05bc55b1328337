package io.wan4j.service.work;

import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardArtist;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Prompts read, rewritten and drawn without making a film. */
public final class Storyboards {
  /** Sheets drawn at a time; further ones wait. */
  private static final int AT_A_TIME = 2;

  private static final long LONGEST_WAIT_SECONDS = 10;

  private final PromptReading reading;
  private final Optional<StoryboardArtist> artist;
  private final Semaphore desk = new Semaphore(AT_A_TIME, true);

  /**
   * @param artist draws sheets; empty where nobody can
   */
  public Storyboards(PromptReading reading, Optional<StoryboardArtist> artist) {
    this.reading = reading;
    this.artist = artist;
  }

  /**
   * Understands a prompt.
   *
   * @param extend whether the prompt is rewritten first, as {@code prompt_extend} does
   */
  public Storyboard read(String prompt, double seconds, Cutting cutting, boolean extend) {
    return reading.board(prompt, seconds, cutting, extend);
  }

  /** Whether sheets can be drawn. */
  public boolean hasArtist() {
    return artist.isPresent();
  }

  /**
   * Draws the contact sheet of a storyboard.
   *
   * @return a PNG; empty when nobody can draw, or those who can are busy for ten seconds
   */
  public Optional<byte[]> sheet(Storyboard board, int width, int height)
      throws InterruptedException {
    if (artist.isEmpty() || !desk.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(artist.get().sheet(board, width, height));
    } finally {
      desk.release();
    }
  }
}
