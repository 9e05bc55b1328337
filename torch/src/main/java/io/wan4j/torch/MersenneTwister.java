package io.wan4j.torch;

/**
 * The 32-bit Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), seeded as in PyTorch
 * (at::mt19937).
 */
final class MersenneTwister {
  private static final int WORDS = 624;
  private static final int SHIFT = 397;
  private static final int TWIST = 0x9908B0DF;

  private final int[] state = new int[WORDS];
  private int next = WORDS;

  /** Only the lower 32 bits of the seed count, as in PyTorch. */
  MersenneTwister(long seed) {
    state[0] = (int) seed;
    for (int i = 1; i < WORDS; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** 32 random bits. */
  int bits() {
    if (next == WORDS) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C5680;
    y ^= (y << 15) & 0xEFC60000;
    return y ^ (y >>> 18);
  }

  /** 64 random bits; the first 32 are the upper half. */
  long longBits() {
    long upper = bits();
    return (upper << 32) | (bits() & 0xFFFFFFFFL);
  }

  private void twist() {
    for (int i = 0; i < WORDS; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % WORDS] & 0x7FFFFFFF);
      state[i] = state[(i + SHIFT) % WORDS] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : TWIST);
    }
    next = 0;
  }
}
