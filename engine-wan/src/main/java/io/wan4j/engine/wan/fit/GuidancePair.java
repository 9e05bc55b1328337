package io.wan4j.engine.wan.fit;

/**
 * Whether guidance asks with both prompts in one pass. It takes twice the memory beside the
 * weights, and saves what does not grow with the rows: reading weights, and starting operations.
 */
final class GuidancePair {
  /**
   * Measured on two cores with the 1.3B's blocks ({@code wan4j bench pair}): 56 tokens 1.2 times as
   * fast, 432 tokens not at all.
   */
  private static final long FEW = 128;

  /**
   * A large product is cut into tiles of 128 rows and 256 columns, so that 1536 columns of so many
   * rows are three tiles for each of the 132 processors of an H100; fewer leave some idle at the
   * end. Not measured yet.
   */
  private static final long FEW_FOR_A_CARD = 8192;

  private GuidancePair() {}

  static boolean pays(Placement placement, long tokens) {
    return placement.transformer() == Residence.STREAMED // each block is brought once, not twice
        || tokens <= (placement.device().isCpu() ? FEW : FEW_FOR_A_CARD);
  }
}
