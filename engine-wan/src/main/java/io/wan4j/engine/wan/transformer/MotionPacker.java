package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The latents before a clip as few tokens: the older, the coarser (FramePackMotioner in
 * wan/modules/s2v/motioner.py, after arXiv 2504.12626).
 */
final class MotionPacker {
  /** Newest first. */
  private enum Part {
    NEWEST("proj", 1, 1, 2, new int[] {-1}),
    MIDDLE("proj_2x", 2, 2, 4, new int[] {-3}),
    OLDEST("proj_4x", 16, 4, 8, new int[] {-19, -14, -9, -4});

    private final String name;
    private final int frames;
    private final int time;
    private final int side;
    private final int[] times;

    /**
     * @param frames how many latent frames
     * @param time how many of them make one token
     * @param side how many latents in both directions make one token
     * @param times where its tokens stand before the clip
     */
    Part(String name, int frames, int time, int side, int[] times) {
      this.name = name;
      this.frames = frames;
      this.time = time;
      this.side = side;
      this.times = times;
    }
  }

  private static final int FRAMES = 19;

  private final List<Tensor> weights = new ArrayList<>();
  private final List<Tensor> biases = new ArrayList<>();

  MotionPacker(Parameters parameters, long channels, long width) {
    for (Part part : Part.values()) {
      weights.add(
          parameters.get(part.name + ".weight", width, channels, part.time, part.side, part.side));
      biases.add(parameters.get(part.name + ".bias", width));
    }
  }

  /** The last 19 latent frames, [B, C, n, H, W]; missing ones are zeros. To tokens [B, L, d]. */
  Tensor apply(Tensor latents) {
    return Scope.keeping(
        () -> {
          Tensor given = latents.to(weights.getFirst().device()).to(weights.getFirst().dtype());
          Tensor buffer = Functions.pad(given, 0, 0, 0, 0, FRAMES - given.size(2), 0);
          List<Tensor> tokens = new ArrayList<>();
          long end = FRAMES;
          for (Part part : Part.values()) {
            Tensor patches =
                Functions.conv3d(
                    buffer.slice(2, end - part.frames, end),
                    weights.get(part.ordinal()),
                    biases.get(part.ordinal()),
                    new long[] {part.time, part.side, part.side},
                    new long[] {0, 0, 0});
            tokens.add(patches.reshape(given.size(0), patches.size(1), -1).transpose(1, 2));
            end -= part.frames;
          }
          return Functions.cat(1, tokens);
        });
  }

  /** Positions of the tokens in the same order. */
  static List<RotaryPositions.Position> positions(TokenGrid grid) {
    List<RotaryPositions.Position> positions = new ArrayList<>();
    for (Part part : Part.values()) {
      long coarser = part.side / TransformerConfig.PATCH;
      for (int time : part.times) {
        for (int row : spread(grid.rows(), grid.rows() / coarser)) {
          for (int column : spread(grid.columns(), grid.columns() / coarser)) {
            positions.add(new RotaryPositions.Position(time, row, column));
          }
        }
      }
    }
    return positions;
  }

  /** A coarse grid's places, spread over the fine one's and cut to whole numbers. */
  private static int[] spread(long extent, long places) {
    int[] spread = new int[Math.toIntExact(places)];
    for (int i = 1; i < places; i++) {
      spread[i] = (int) ((double) (extent - 1) * i / (places - 1));
    }
    return spread;
  }
}
