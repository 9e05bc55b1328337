package io.wan4j.engine.wan.sampler;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How much noise is left before each step, and the timestep that the network is told. {@code x_σ =
 * (1 − σ)·x0 + σ·noise}; the last sigma is 0. Sigmas are computed in 64 and kept in 32 bits, as the
 * references do.
 *
 * @param sigmas one more than steps
 * @param timesteps one for each step, 0 to 1000
 */
public record SigmaSchedule(float[] sigmas, float[] timesteps) {
  private static final int TRAINING_STEPS = 1000;
  private static final double SMALLEST = 1.0 / TRAINING_STEPS;

  /** Wan's own UniPC starts from its training table's first entry, kept in 32 bits. */
  private static final double LARGEST_WAN = 0.999f;

  /** A first sigma of 1 would make its logarithm infinite, so UniPC starts a little below. */
  private static final double BELOW_ONE = 1e-6;

  /** The rules by which the references space their sigmas before the shift. */
  public enum Rule {
    /** UniPCMultistepScheduler since diffusers 0.37. */
    UNIPC_DIFFUSERS,
    /** wan/utils/fm_solvers_unipc.py; also diffusers' DPM-Solver. */
    UNIPC_WAN,
    /** get_sampling_sigmas in wan/utils/fm_solvers.py. */
    DPM_WAN,
    /** FlowMatchEulerDiscreteScheduler in diffusers, which shifts its limits first. */
    EULER_DIFFUSERS,
    /** Evenly from 1 to 0, as most ports do. */
    EULER
  }

  public static SigmaSchedule of(Rule rule, int steps, double shift) {
    requirePositive(steps, shift);
    return switch (rule) {
      case UNIPC_DIFFUSERS -> whole(lowered(shifted(steps, shift, even(1, SMALLEST, steps))));
      case UNIPC_WAN -> whole(shifted(steps, shift, even(LARGEST_WAN, 0, steps)));
      case DPM_WAN -> whole(shifted(steps, shift, even(1, 0, steps)));
      case EULER_DIFFUSERS -> {
        double least = shift(SMALLEST, shift);
        yield fractional(shifted(steps, shift, even(1, least, Math.max(1, steps - 1))));
      }
      case EULER -> fractional(shifted(steps, shift, even(1, 0, steps)));
    };
  }

  /** Sigmas given one by one, for UniPC. */
  public static SigmaSchedule ofSigmas(double... sigmas) {
    return whole(lowered(sigmas.clone()));
  }

  /**
   * Entries of the training table, for distilled models.
   *
   * @param steps such as 1000, 750, 500, 250
   */
  public static SigmaSchedule distilled(double shift, int... steps) {
    double[] sigmas = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      sigmas[i] = shift((double) steps[i] / TRAINING_STEPS, shift);
    }
    return fractional(sigmas);
  }

  /**
   * For models that renoise after each step (FastWan): the network is told the step itself, and
   * sigma is that of the training table's nearest timestep.
   */
  public static SigmaSchedule renoised(double shift, int... steps) {
    double[] sigmas = new double[steps.length];
    float[] timesteps = new float[steps.length];
    for (int i = 0; i < steps.length; i++) {
      timesteps[i] = steps[i];
      double best = Double.POSITIVE_INFINITY;
      for (int k = TRAINING_STEPS; k > 0; k--) {
        double sigma = shift((double) k / TRAINING_STEPS, shift);
        double distance = Math.abs(sigma * TRAINING_STEPS - steps[i]);
        if (distance < best) {
          best = distance;
          sigmas[i] = sigma;
        }
      }
    }
    return new SigmaSchedule(withZero(sigmas), timesteps);
  }

  /**
   * For rCM and TurboDiffusion: angles of the trigonometric flow, {@code σ = sin/(sin + cos)}.
   *
   * @param largest 80 for text to video, 200 for image to video
   * @param steps 1 to 4
   */
  public static SigmaSchedule trigonometric(double largest, int steps) {
    double[] angles = {Math.atan(largest), 1.5, 1.4, 1.0};
    if (steps < 1 || steps > angles.length) {
      throw new IllegalArgumentException(steps + " steps; 1 to " + angles.length + " are known");
    }
    double[] sigmas = new double[steps];
    for (int i = 0; i < steps; i++) {
      double sin = Math.sin(angles[i]);
      sigmas[i] = sin / (sin + Math.cos(angles[i]));
    }
    return fractional(sigmas);
  }

  public int steps() {
    return timesteps.length;
  }

  double sigma(int step) {
    return sigmas[step];
  }

  /** Logarithm of signal over noise; infinite at both ends. */
  double lambda(int step) {
    return Math.log(alpha(step)) - Math.log(sigma(step));
  }

  double alpha(int step) {
    return 1 - sigma(step);
  }

  /** Evenly spaced numbers, rounded as numpy's linspace rounds them. */
  private static IntToDoubleFunction even(double start, double stop, int parts) {
    double step = (stop - start) / parts;
    return i -> i * step + start;
  }

  private static double shift(double sigma, double shift) {
    return shift * sigma / (1 + (shift - 1) * sigma);
  }

  private static double[] shifted(int steps, double shift, IntToDoubleFunction sigma) {
    double[] sigmas = new double[steps];
    Arrays.setAll(sigmas, i -> shift(sigma.applyAsDouble(i), shift));
    return sigmas;
  }

  private static double[] lowered(double[] sigmas) {
    if (Math.abs(sigmas[0] - 1) < BELOW_ONE) {
      sigmas[0] -= BELOW_ONE;
    }
    return sigmas;
  }

  /** Timesteps cut to whole numbers. */
  private static SigmaSchedule whole(double[] sigmas) {
    float[] timesteps = new float[sigmas.length];
    for (int i = 0; i < sigmas.length; i++) {
      timesteps[i] = (float) Math.floor(sigmas[i] * TRAINING_STEPS);
    }
    return new SigmaSchedule(withZero(sigmas), timesteps);
  }

  private static SigmaSchedule fractional(double[] sigmas) {
    float[] timesteps = new float[sigmas.length];
    for (int i = 0; i < sigmas.length; i++) {
      timesteps[i] = (float) sigmas[i] * TRAINING_STEPS;
    }
    return new SigmaSchedule(withZero(sigmas), timesteps);
  }

  private static float[] withZero(double[] sigmas) {
    float[] all = new float[sigmas.length + 1];
    for (int i = 0; i < sigmas.length; i++) {
      all[i] = (float) sigmas[i];
    }
    return all;
  }

  private static void requirePositive(int steps, double shift) {
    if (steps < 1 || !(shift > 0)) {
      throw new IllegalArgumentException(steps + " steps with a shift of " + shift);
    }
  }
}
