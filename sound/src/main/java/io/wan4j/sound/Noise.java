package io.wan4j.sound;

/** White noise of a seed (xorshift64*, Vigna 2016, section 3). */
final class Noise {
  private long state;

  Noise(long seed) {
    // A state of zero would stay zero; the multiplier spreads neighbouring seeds apart.
    state = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
    state = state == 0 ? 1 : state;
  }

  /** -1 to 1. */
  float next() {
    return (float) (bits() >> 11) * 0x1p-52f;
  }

  /** 0 to 1. */
  double unit() {
    return (bits() >>> 11) * 0x1p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  private long bits() {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    return state * 0x2545F4914F6CDD1DL;
  }
}
