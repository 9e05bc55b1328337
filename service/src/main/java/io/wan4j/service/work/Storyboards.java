package io.wan4j.service.work;

import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardArtist;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Prompts read, rewritten and drawn without making a film. */
public final class Storyboards {
  /** Sheets drawn at a time; further ones wait. */
  private static final int AT_A_TIME = 2;

  private static final long LONGEST_WAIT_SECONDS = 10;

  /** Their words are in no word file, so that the dictionaries behind these are opened. */
  private static final List<String> FIRST_WORDS = List.of("A quokka on a verandah.", "一只耳廓狐在雪地里。");

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

  /**
   * Opens what the first prompt and the first sheet would wait for: dictionaries, actors, fonts.
   * Takes some seconds of a cold process, next to nothing later.
   *
   * @param wanted asked between the steps
   */
  public void warmUp(BooleanSupplier wanted) throws InterruptedException {
    for (String words : FIRST_WORDS) {
      if (wanted.getAsBoolean()) {
        sheet(reading.board(words, 1, Cutting.SINGLE, false), 16, 9);
      }
    }
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
    return drawn(hand -> hand.sheet(board, width, height));
  }

  /** As {@link #sheet}, but its panels alone, one below the other. */
  public Optional<byte[]> frames(Storyboard board, int width, int height)
      throws InterruptedException {
    return drawn(hand -> hand.frames(board, width, height));
  }

  private Optional<byte[]> drawn(Function<StoryboardArtist, byte[]> work)
      throws InterruptedException {
    if (artist.isEmpty() || !desk.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.apply(artist.get()));
    } finally {
      desk.release();
    }
  }
}
