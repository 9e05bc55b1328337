package io.wan4j.engine.wan.vae;

import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Codes large pictures in overlapping tiles, each with caches of its own, and blends the overlaps:
 * less memory for a little more work (AutoencoderKLWan.tiled_encode and tiled_decode in diffusers).
 */
public final class TiledVae {
  private static final int HEIGHT = 3;
  private static final int WIDTH = 4;

  /**
   * Tiles in pixels.
   *
   * @param size of a tile in both directions
   * @param stride from tile to tile; the rest overlaps
   */
  public record Tiles(int size, int stride) {
    /** As diffusers sets them. */
    public static final Tiles DEFAULT = new Tiles(256, 192);

    public Tiles {
      if (stride < 1 || stride > size) {
        throw new IllegalArgumentException("tiles of " + size + " every " + stride + " pixels");
      }
    }
  }

  private final WanVae vae;
  private final Tiles tiles;

  public TiledVae(WanVae vae, Tiles tiles) {
    this.vae = vae;
    this.tiles = tiles;
  }

  /** See {@link WanVae#encode}. Sizes count in pixels after folding into channels. */
  public Tensor encode(Tensor video) {
    return Scope.keeping(
        () -> {
          int factor = vae.config().spatialFactor() / vae.config().patch();
          Tensor pixels = vae.patch(video);
          if (pixels.size(HEIGHT) <= tiles.size() && pixels.size(WIDTH) <= tiles.size()) {
            return vae.encode(video);
          }
          Tensor moments =
              tiled(
                  pixels,
                  tiles.size(),
                  tiles.stride(),
                  new Target(tiles.size() / factor, tiles.stride() / factor),
                  vae::encodePatched);
          return moments
              .slice(1, 0, vae.config().latentChannels())
              .slice(HEIGHT, 0, pixels.size(HEIGHT) / factor)
              .slice(WIDTH, 0, pixels.size(WIDTH) / factor);
        });
  }

  /** Decodes a short film in one piece; see {@link WanVae#decode(Tensor)}. */
  public Tensor decode(Tensor latents) {
    try (Scope scope = Scope.open()) {
      List<Tensor> chunks = new ArrayList<>();
      decode(latents, DType.FLOAT32, () -> {}, chunk -> chunks.add(scope.adopt(chunk.copy())));
      return scope.keep(Functions.cat(2, chunks));
    }
  }

  /**
   * Decodes tile after tile, each through the whole time, so that only one tile's past is
   * remembered: the pasts of all tiles together are nearly what the undivided picture needs. What
   * tiles give is kept in the computer's memory until the last tile, with which frames are handed
   * over as they come.
   *
   * @param kept type in which finished tiles are kept
   * @param between is called after each piece and may stop the work by an exception
   * @param frames see {@link WanVae#decode(Tensor, Consumer)}
   */
  public void decode(Tensor latents, DType kept, Runnable between, Consumer<Tensor> frames) {
    int factor = vae.config().spatialFactor();
    int patch = vae.config().patch();
    int size = tiles.size() / factor;
    if (latents.size(HEIGHT) <= size && latents.size(WIDTH) <= size) {
      vae.decode(latents, frames);
      return;
    }
    try (Scope scope = Scope.open()) {
      Target target = new Target(tiles.size() / patch, tiles.stride() / patch);
      List<List<Tensor>> cut = cut(latents, size, tiles.stride() / factor);
      List<List<List<Tensor>>> done = new ArrayList<>();
      for (List<Tensor> row : cut) {
        done.add(row.stream().<List<Tensor>>map(_ -> new ArrayList<>()).toList());
      }
      Tensor last = cut.getLast().getLast();
      for (int i = 0; i < cut.size(); i++) {
        for (int j = 0; j < cut.get(i).size(); j++) {
          Tensor tile = cut.get(i).get(j);
          List<Tensor> chunks = done.get(i).get(j);
          vae.decodePatched(
              tile,
              chunk -> {
                between.run();
                if (tile == last) {
                  try (Scope _ = Scope.open()) {
                    frames.accept(picture(next(done, chunk), target, latents));
                  }
                } else {
                  chunks.add(scope.adopt(chunk.to(Device.CPU).to(kept).copy()));
                }
              });
        }
      }
    }
  }

  /** The same piece of time of all tiles; those that were kept are not needed again. */
  private static List<List<Tensor>> next(List<List<List<Tensor>>> done, Tensor last) {
    List<List<Tensor>> rows = new ArrayList<>();
    for (List<List<Tensor>> row : done) {
      List<Tensor> tiles = new ArrayList<>();
      for (List<Tensor> chunks : row) {
        if (chunks.isEmpty()) {
          tiles.add(last);
        } else {
          Tensor kept = chunks.removeFirst();
          tiles.add(kept.to(last.device()).to(last.dtype()).copy());
          kept.close();
        }
      }
      rows.add(tiles);
    }
    return rows;
  }

  private Tensor picture(List<List<Tensor>> rows, Target target, Tensor latents) {
    int factor = vae.config().spatialFactor() / vae.config().patch();
    Tensor pixels =
        join(rows, target)
            .slice(HEIGHT, 0, latents.size(HEIGHT) * factor)
            .slice(WIDTH, 0, latents.size(WIDTH) * factor);
    return vae.unpatch(pixels).clamp(-1, 1);
  }

  /** Tile and stride in units of the result. */
  private record Target(int size, int stride) {
    int overlap() {
      return size - stride;
    }
  }

  private static Tensor tiled(
      Tensor x, int size, int stride, Target target, UnaryOperator<Tensor> code) {
    List<List<Tensor>> rows = new ArrayList<>();
    for (List<Tensor> row : cut(x, size, stride)) {
      rows.add(new ArrayList<>(row.stream().map(code).toList()));
    }
    return join(rows, target);
  }

  private static List<List<Tensor>> cut(Tensor x, int size, int stride) {
    List<List<Tensor>> rows = new ArrayList<>();
    for (long top = 0; top < x.size(HEIGHT); top += stride) {
      List<Tensor> row = new ArrayList<>();
      for (long left = 0; left < x.size(WIDTH); left += stride) {
        row.add(
            x.slice(HEIGHT, top, Math.min(x.size(HEIGHT), top + size))
                .slice(WIDTH, left, Math.min(x.size(WIDTH), left + size)));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Each tile is blended with the one above and the one to the left, which are already blended. */
  private static Tensor join(List<List<Tensor>> rows, Target target) {
    List<Tensor> strips = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Tensor> strip = new ArrayList<>();
      for (int j = 0; j < rows.get(i).size(); j++) {
        Tensor tile = rows.get(i).get(j);
        if (i > 0) {
          tile = blend(rows.get(i - 1).get(j), tile, target.overlap(), HEIGHT);
        }
        if (j > 0) {
          tile = blend(rows.get(i).get(j - 1), tile, target.overlap(), WIDTH);
        }
        rows.get(i).set(j, tile);
        strip.add(tile.slice(HEIGHT, 0, target.stride()).slice(WIDTH, 0, target.stride()));
      }
      strips.add(Functions.cat(WIDTH, strip));
    }
    return Functions.cat(HEIGHT, strips);
  }

  /** Weights rise from 0: {@code k / extent} of the new tile at its k-th line. */
  private static Tensor blend(Tensor before, Tensor tile, long overlap, int dimension) {
    long extent = Math.min(Math.min(before.size(dimension), tile.size(dimension)), overlap);
    if (extent == 0) {
      return tile;
    }
    float[] ramp = new float[Math.toIntExact(extent)];
    for (int k = 0; k < ramp.length; k++) {
      ramp[k] = (float) k / extent;
    }
    long[] shape = {1, 1, 1, 1, 1};
    shape[dimension] = extent;
    Tensor weight = Tensor.of(ramp, shape).to(tile.device());
    long end = before.size(dimension);
    Tensor old = before.slice(dimension, end - extent, end);
    Tensor fresh = tile.slice(dimension, 0, extent);
    Tensor mixed = old.times(weight.negate().plus(1)).plus(fresh.times(weight));
    return Functions.cat(dimension, mixed, tile.slice(dimension, extent, tile.size(dimension)));
  }
}
