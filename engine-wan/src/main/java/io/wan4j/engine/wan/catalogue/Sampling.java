package io.wan4j.engine.wan.catalogue;

import java.util.List;

/**
 * How a checkpoint is sampled unless told otherwise.
 *
 * @param solver unipc, dmd
 * @param steps passes from noise to film; with guidance each is two
 * @param timesteps fixed timesteps of a distilled checkpoint, empty for all others
 * @param guidance of the (high-noise) transformer; 1 and below is none
 * @param guidanceLow of the low-noise expert; as guidance with a single transformer
 * @param shift of the noise schedule
 * @param boundary share of the noise above which the first expert works; 0 with a single
 *     transformer
 */
public record Sampling(
    String solver,
    int steps,
    List<Integer> timesteps,
    double guidance,
    Double guidanceLow,
    double shift,
    double boundary) {
  public Sampling {
    timesteps = timesteps == null ? List.of() : List.copyOf(timesteps);
    guidanceLow = guidanceLow == null ? guidance : guidanceLow;
    if (steps < 1 || shift <= 0 || boundary < 0 || boundary >= 1) {
      throw new IllegalArgumentException(
          "steps %d, shift %s, boundary %s".formatted(steps, shift, boundary));
    }
  }

  /** Passes of the transformer for one film. */
  public int passes() {
    return guidance > 1 ? 2 * steps : steps;
  }
}
