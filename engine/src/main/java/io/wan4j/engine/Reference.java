package io.wan4j.engine;

/**
 * Something that shall be seen again in the film. Pictures and clips are counted apart, each from 1
 * in the order of the request: "Image 2", "Video 1", or "character2" over both.
 */
public sealed interface Reference {
  /** The engine's hint what the reference stands for. */
  enum Role {
    /** The engine decides. */
    ANY,
    /** A person or thing to be cast. */
    SUBJECT,
    /** The place in which the film plays. */
    BACKGROUND
  }

  Voice voice();

  record OfPicture(Picture picture, Role role, Voice voice) implements Reference {}

  record OfClip(Clip clip, Role role, Voice voice) implements Reference {}
}
