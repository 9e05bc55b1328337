package io.wan4j.engine.wan.fit;

import io.wan4j.engine.wan.catalogue.TransformerShape;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.vae.TiledVae;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Kernels.AttentionForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the parts of a checkpoint lie so that a film fits into a device: everything resident
 * first, then step by step less at a time.
 */
public final class FitPlanner {
  /**
   * Activations of the text encoder at 512 tokens: a few rows of each width, and the scores. An
   * encoder that is smaller than the published one takes less.
   */
  private static final long TEXT_ACTIVATIONS = 600L << 20;

  /** Of the published text encoder, whose table of words stays in its file when they stream. */
  private static final int TEXT_BLOCKS = 24;

  private static final int LATENT_PATCH = 2;

  private final DeviceMemory memory;
  private final Options options;

  public FitPlanner(DeviceMemory memory, Options options) {
    this.memory = memory;
    this.options = options;
  }

  /** A placement and what it takes. */
  public record Candidate(Placement placement, MemoryEstimate estimate) {}

  /** Bytes that a film may take. */
  public long available() {
    return memory.free() - options.reserve();
  }

  /** The first placement that fits. */
  public Optional<Candidate> plan(
      TransformerShape shape, PartBytes parts, VaeConfig vae, FilmSize size) {
    return candidates(shape, parts, vae, size).stream()
        .filter(this::fits)
        .findFirst()
        .map(candidate -> inPairs(candidate, shape, parts, vae, size));
  }

  private boolean fits(Candidate candidate) {
    return candidate.estimate().peak() <= available();
  }

  /** With both prompts of guidance in one pass where that pays and fits. */
  private Candidate inPairs(
      Candidate found, TransformerShape shape, PartBytes parts, VaeConfig vae, FilmSize size) {
    Placement pairs = found.placement().inPairs();
    if (!GuidancePair.pays(pairs, tokens(shape, vae, size))) {
      return found;
    }
    PartBytes bytes = pairs.fp8() ? parts.inFp8(options.type()) : parts;
    Candidate candidate = new Candidate(pairs, estimate(pairs, shape, bytes, vae, size));
    return fits(candidate) ? candidate : found;
  }

  /** All placements, fastest first. */
  public List<Candidate> candidates(
      TransformerShape shape, PartBytes parts, VaeConfig vae, FilmSize size) {
    List<Candidate> all = new ArrayList<>();
    for (Choice choice : choices(parts)) {
      for (boolean tiled : List.of(false, true)) {
        Placement placement =
            new Placement(
                memory.device(),
                options.type(),
                options.vaeType(),
                choice.fp8,
                choice.rung.text,
                choice.rung.transformer,
                tiled,
                false);
        PartBytes bytes = choice.fp8 ? parts.inFp8(options.type()) : parts;
        all.add(new Candidate(placement, estimate(placement, shape, bytes, vae, size)));
      }
    }
    return all;
  }

  /** Where the parts lie, and whether weights have eight bits. */
  private record Choice(Rung rung, boolean fp8) {}

  /**
   * Weights as they are come first, for they film as the checkpoint was trained; eight bits come
   * before streaming, which would read all of them in every pass.
   */
  private List<Choice> choices(PartBytes parts) {
    List<Choice> choices = new ArrayList<>();
    List<Rung> rungs = rungs(parts);
    if (options.eightBits() != EightBits.ALWAYS) {
      rungs.forEach(rung -> choices.add(new Choice(rung, false)));
    }
    if (options.eightBits() != EightBits.NEVER) {
      int place = choices.indexOf(new Choice(Rung.STREAM, false));
      choices.addAll(
          place < 0 ? choices.size() : place,
          rungs.stream()
              .filter(rung -> rung != Rung.STREAM)
              .map(rung -> new Choice(rung, true))
              .toList());
    }
    return choices;
  }

  /** A mapped file of the right type streams by itself on a processor. */
  private List<Rung> rungs(PartBytes parts) {
    boolean streams = options.streams() || memory.device().isCpu() && parts.asStored();
    List<Rung> rungs = new ArrayList<>(List.of(Rung.values()));
    if (!streams) {
      rungs.removeAll(List.of(Rung.TEXT_STREAMS, Rung.STREAM));
    }
    return rungs;
  }

  /** How much lies on the device at a time. */
  private enum Rung {
    ALL(Residence.RESIDENT, Residence.RESIDENT),
    TEXT_GOES(Residence.OFFLOADED, Residence.RESIDENT),
    ONE_AT_A_TIME(Residence.OFFLOADED, Residence.OFFLOADED),
    TEXT_STREAMS(Residence.STREAMED, Residence.OFFLOADED),
    STREAM(Residence.STREAMED, Residence.STREAMED);

    private final Residence text;
    private final Residence transformer;

    Rung(Residence text, Residence transformer) {
      this.text = text;
      this.transformer = transformer;
    }
  }

  /** Peaks of the phases with the parts so placed. */
  public MemoryEstimate estimate(
      Placement placement, TransformerShape shape, PartBytes parts, VaeConfig vae, FilmSize size) {
    long tokens = tokens(shape, vae, size);
    boolean cpu = placement.device().equals(Device.CPU);
    AttentionForm form =
        placement.type() == DType.FLOAT32 ? AttentionForm.FUSED : options.sixteenBits();
    long denoising =
        new TransformerMemory(shape, tokens, placement, form)
            .peak(expands(vae) || shape.framesBefore() > 0);
    long decoding = decoding(placement, vae, decoded(shape, size));
    long encoders = parts.textEncoder() + parts.imageEncoder();
    long experts = parts.transformer() * parts.experts();
    long block = parts.transformer() / (shape.layers() + shape.controlLayers());
    long streams = shape.controlLayers() > 0 ? 4 : 2; // one block computes, the next is read
    long whileText =
        switch (placement.textEncoder()) {
          case RESIDENT, OFFLOADED -> encoders;
          case STREAMED -> parts.imageEncoder() + 2 * parts.textEncoder() / TEXT_BLOCKS;
        };
    long keptText = placement.textEncoder() == Residence.RESIDENT ? encoders : 0;
    long whileDenoising =
        switch (placement.transformer()) {
          case RESIDENT -> experts;
          case OFFLOADED -> parts.transformer();
          case STREAMED -> parts.transformerWide() + streams * block;
        };
    long keptExperts = placement.transformer() == Residence.RESIDENT ? experts : 0;
    return new MemoryEstimate(
        whileText + Math.min(TEXT_ACTIVATIONS, encoders) + keptExperts,
        keptText + whileDenoising + denoising,
        keptText + keptExperts + parts.vae() + decoding,
        experts,
        Math.max(denoising, decoding));
  }

  /** TI2V-5B gives every token its own timestep. */
  private static boolean expands(VaeConfig vae) {
    return vae.residual();
  }

  private long decoding(Placement placement, VaeConfig vae, FilmSize size) {
    long factor = vae.spatialFactor();
    long height = size.height() / factor;
    long width = size.width() / factor;
    long latentFrames = vae.latentFrames(size.frames());
    if (!placement.tiledVae()) {
      return decoder(placement, vae).peak(height, width, latentFrames);
    }
    TiledVae.Tiles tiles = TiledVae.Tiles.DEFAULT;
    long side = tiles.size() / factor;
    double overlap = Math.pow((double) tiles.size() / tiles.stride(), 2);
    double frame = 3.0 * size.width() * size.height() * overlap;
    // What tiles gave is kept beside the processor in 16 bits; a piece of four frames is put
    // together in 32.
    double kept = placement.device().isCpu() ? 2 * frame * size.frames() : 0;
    return (long) (kept + 3 * 4 * 4 * frame)
        + decoder(placement, vae).peak(Math.min(side, height), Math.min(side, width), latentFrames);
  }

  private DecoderMemory decoder(Placement placement, VaeConfig vae) {
    boolean widened = placement.device().isCpu() && options.sixteenBits() == AttentionForm.WIDENED;
    return new DecoderMemory(vae, placement.vaeType(), widened);
  }

  /**
   * Tokens that the transformer sees: those of the film, of speech also those of the picture and of
   * the frames before, which are packed to one frame and two halves.
   */
  static long tokens(TransformerShape shape, VaeConfig vae, FilmSize size) {
    long film = tokens(vae, size);
    return shape.framesBefore() == 0
        ? film
        : film + 5 * film / (2 * vae.latentFrames(size.frames()));
  }

  /** What is decoded of a film: of speech also the frames before. */
  static FilmSize decoded(TransformerShape shape, FilmSize size) {
    return new FilmSize(size.width(), size.height(), size.frames() + shape.framesBefore());
  }

  /** Tokens of a film. */
  public static long tokens(VaeConfig vae, FilmSize size) {
    long factor = (long) vae.spatialFactor() * LATENT_PATCH;
    return vae.latentFrames(size.frames()) * (size.width() / factor) * (size.height() / factor);
  }
}
