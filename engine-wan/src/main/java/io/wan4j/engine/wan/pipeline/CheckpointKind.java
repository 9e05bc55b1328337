package io.wan4j.engine.wan.pipeline;

/** What a checkpoint can be given beside words. */
public enum CheckpointKind {
  /** Words alone: Wan 2.1 T2V. */
  TEXT("text"),
  /** Words alone, with an expert for much noise and one for little: Wan 2.2 T2V-A14B. */
  TEXT_EXPERTS("text-experts"),
  /** Words, and a first picture or none: Wan 2.2 TI2V-5B. */
  TEXT_AND_IMAGE("text-and-image"),
  /** A first picture, also seen through CLIP: Wan 2.1 I2V. */
  IMAGE("image"),
  /** A first and a last picture, also seen through CLIP: Wan 2.1 FLF2V. */
  FIRST_AND_LAST("first-and-last"),
  /** A first picture, and a last one or none, with two experts: Wan 2.2 I2V-A14B. */
  IMAGE_EXPERTS("image-experts"),
  /** Any known frames, masks, controls and references: VACE. */
  CONTROL("control"),
  /** A picture of somebody and what they say: Wan 2.2 S2V. */
  SPEECH("speech");

  /** Frames that a window takes over where the checkpoint takes more than one. */
  private static final int SHORT_CLIP = 5;

  private final String word;

  CheckpointKind(String word) {
    this.word = word;
  }

  /** The word in recipes and messages. */
  public String word() {
    return word;
  }

  /** Whether it films from words alone. */
  public boolean takesNothing() {
    return this == TEXT || this == TEXT_EXPERTS || this == TEXT_AND_IMAGE || this == CONTROL;
  }

  /** Whether it can be told the first frame without the last. */
  public boolean takesFirst() {
    return this == TEXT_AND_IMAGE || this == IMAGE || this == IMAGE_EXPERTS || this == CONTROL;
  }

  /** Whether it can be told the first and the last frame. */
  public boolean takesLast() {
    return this == FIRST_AND_LAST || this == IMAGE_EXPERTS || this == CONTROL;
  }

  /** Whether a film can go on in another run from the frames of the one before. */
  public boolean continues() {
    return this != FIRST_AND_LAST;
  }

  /** How many frames a run is given from the one before: 4n + 1. */
  public int overlap() {
    return switch (this) {
      case TEXT, TEXT_EXPERTS, CONTROL -> SHORT_CLIP;
      case TEXT_AND_IMAGE, IMAGE, FIRST_AND_LAST, IMAGE_EXPERTS -> 1;
      case SPEECH -> SpeechToVideo.FRAMES_BEFORE;
    };
  }
}
