package io.wan4j.engine;

import java.util.Objects;

/**
 * What an engine is asked for: every default filled in, every input a checked local file.
 *
 * @param prompt the words to follow, already rewritten where that was asked for; may be empty
 * @param negativePrompt what shall not be seen; may be empty
 * @param frameRate frames a second
 * @param frameCount frames of the whole film, at least 1
 * @param seed 0 to 2147483647; the same brief with the same seed gives the same film
 * @param model name of the API's model that was asked for; empty where none was
 */
public record Brief(
    Material material,
    String prompt,
    String negativePrompt,
    FrameSize size,
    int frameRate,
    int frameCount,
    long seed,
    ShotPlan shots,
    SoundPlan sound,
    String model) {

  public Brief {
    Objects.requireNonNull(material, "material is null");
    Objects.requireNonNull(prompt, "prompt is null");
    Objects.requireNonNull(negativePrompt, "negativePrompt is null");
    Objects.requireNonNull(size, "size is null");
    Objects.requireNonNull(shots, "shots is null");
    Objects.requireNonNull(sound, "sound is null");
    Objects.requireNonNull(model, "model is null");
    if (frameRate < 1 || frameRate > 120) {
      throw new IllegalArgumentException("frame rate must be 1 to 120, was " + frameRate);
    }
    if (frameCount < 1) {
      throw new IllegalArgumentException("frame count must be at least 1, was " + frameCount);
    }
    if (seed < 0 || seed > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("seed must be 0 to 2147483647, was " + seed);
    }
  }

  /** Asked for by no model's name. */
  public Brief(
      Material material,
      String prompt,
      String negativePrompt,
      FrameSize size,
      int frameRate,
      int frameCount,
      long seed,
      ShotPlan shots,
      SoundPlan sound) {
    this(material, prompt, negativePrompt, size, frameRate, frameCount, seed, shots, sound, "");
  }

  public Brief forModel(String name) {
    return new Brief(
        material, prompt, negativePrompt, size, frameRate, frameCount, seed, shots, sound, name);
  }

  /** Length of the film in seconds. */
  public double seconds() {
    return (double) frameCount / frameRate;
  }
}
