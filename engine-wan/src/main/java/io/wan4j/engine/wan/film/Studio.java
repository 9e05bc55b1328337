package io.wan4j.engine.wan.film;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.fit.Placement;
import io.wan4j.engine.wan.fit.Residence;
import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import io.wan4j.engine.wan.pipeline.Denoising;
import io.wan4j.engine.wan.pipeline.Experts;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.pipeline.ImageToVideo;
import io.wan4j.engine.wan.pipeline.PromptEncoder;
import io.wan4j.engine.wan.pipeline.SpeechToVideo;
import io.wan4j.engine.wan.pipeline.TextAndImageToVideo;
import io.wan4j.engine.wan.pipeline.TextToVideo;
import io.wan4j.engine.wan.pipeline.VaceControl;
import io.wan4j.engine.wan.pipeline.VaceVideo;
import io.wan4j.engine.wan.transformer.NetworkPrecision;
import io.wan4j.engine.wan.transformer.SpeechTransformer;
import io.wan4j.engine.wan.transformer.VaceTransformer;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.TiledVae;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The networks of one checkpoint on one device. Each is loaded when it is first needed: a film that
 * is taken up after its denoising never loads a transformer. Used by the device's thread only.
 */
final class Studio implements AutoCloseable {
  private static final int GREY = 0xFF808080;
  private static final int WHITE = 0xFFFFFFFF;
  private static final int BLACK = 0xFF000000;

  private final Checkpoint checkpoint;
  private final CheckpointKind kind;
  private final PromptEncoder text;
  private final Loaded<WanVae> vae;
  private final Experts<WanTransformer> experts;
  private final Experts<VaceTransformer> vaceExperts;
  private final Experts<SpeechTransformer> speechExpert;
  private final Hearing hearing;
  private final Loaded<List<ImageToVideo.ImageTower>> imageTower;
  private Placement placement;
  private Optional<LatentPreview> preview = Optional.empty();

  /** Something that is made when it is first asked for. */
  private static final class Loaded<T> {
    private final Supplier<T> loader;
    private Optional<T> value = Optional.empty();

    Loaded(Supplier<T> loader) {
      this.loader = loader;
    }

    T get() {
      if (value.isEmpty()) {
        value = Optional.of(loader.get());
      }
      return value.get();
    }

    void free(Consumer<T> how) {
      value.ifPresent(how);
      value = Optional.empty();
    }
  }

  Studio(Checkpoint checkpoint, Placement placement) {
    this.checkpoint = checkpoint;
    this.kind = checkpoint.family();
    this.placement = placement;
    DType type = placement.type();
    Device device = placement.device();
    Parameters.Precision words = Parameters.Precision.of(type, device);
    boolean streamed = placement.textEncoder() == Residence.STREAMED;
    this.text = checkpoint.prompts(streamed ? words.withStreaming() : words);
    this.vae = new Loaded<>(() -> checkpoint.vae(placement.vaeType(), device));
    boolean together = placement.transformer() == Residence.RESIDENT;
    Parameters.Precision precision = precision(placement);
    this.experts = TextToVideo.transformers(checkpoint, precision, together);
    this.vaceExperts = VaceVideo.transformers(checkpoint, precision, together);
    this.speechExpert = Experts.one(() -> checkpoint.speechTransformer(precision));
    this.hearing = new Hearing(() -> checkpoint.audioEncoder(device));
    this.imageTower = new Loaded<>(() -> ImageToVideo.towers(checkpoint, device));
  }

  private static Parameters.Precision precision(Placement placement) {
    Parameters.Precision precision =
        placement.fp8()
            ? NetworkPrecision.ofEightBits(placement.type(), placement.device())
            : NetworkPrecision.of(placement.type(), placement.device());
    return placement.transformer() == Residence.STREAMED ? precision.withStreaming() : precision;
  }

  Checkpoint checkpoint() {
    return checkpoint;
  }

  Placement placement() {
    return placement;
  }

  /** Whether a film so placed can be made with the networks that are loaded here. */
  boolean serves(Checkpoint wanted, Placement other) {
    return wanted.folder().equals(checkpoint.folder()) && other.loadsLike(placement);
  }

  /** Makes the next film so placed. */
  void place(Placement other) {
    placement = other;
  }

  /**
   * Films one run, up to its latents.
   *
   * @return latents as the transformers know them; they belong to the scope that is open
   */
  Tensor latents(WindowOrder order, Denoising denoising) {
    return Scope.keeping(
        () ->
            switch (kind) {
              case TEXT, TEXT_EXPERTS -> words(order, denoising);
              case TEXT_AND_IMAGE -> wordsOrPicture(order, denoising);
              case IMAGE, FIRST_AND_LAST, IMAGE_EXPERTS -> pictures(order, denoising);
              case CONTROL -> controlled(order, denoising);
              case SPEECH -> spoken(order, denoising);
            });
  }

  private Tensor words(WindowOrder order, Denoising denoising) {
    TextToVideo pipeline = new TextToVideo(text, experts, vae.get());
    Tensor noise = noise(order);
    letTextGo(order);
    if (order.known().isEmpty()) {
      return pipeline.latents(order.prompts(), noise, denoising);
    }
    return pipeline.continued(order.prompts(), rgb(order.known()), order.size(), noise, denoising);
  }

  private Tensor wordsOrPicture(WindowOrder order, Denoising denoising) {
    if (order.known().isEmpty()) {
      return words(order, denoising);
    }
    letTextGo(order);
    return new TextAndImageToVideo(text, experts, vae.get())
        .latents(order.prompts(), firstPicture(order), order.size(), noise(order), denoising);
  }

  private Tensor pictures(WindowOrder order, Denoising denoising) {
    List<RgbImage> images = new ArrayList<>(List.of(firstPicture(order)));
    order.last().map(Pixels::rgb).ifPresent(images::add);
    letTextGo(order);
    return new ImageToVideo(text, imageTower.get(), experts, vae.get())
        .latents(order.prompts(), images, order.size(), noise(order), denoising);
  }

  /** The picture as it came, or the newest of the frames that are known. */
  private static RgbImage firstPicture(WindowOrder order) {
    return Pixels.rgb(order.look().orElseGet(() -> order.known().getLast()));
  }

  private Tensor controlled(WindowOrder order, Denoising denoising) {
    FilmSize size = order.size();
    VaceControl control = VaceControl.nothing(size);
    boolean empty = order.known().isEmpty() && order.last().isEmpty() && order.guide().isEmpty();
    if (!empty) {
      control = control(order);
    }
    control = control.withReferences(rgb(order.references()), size);
    VaceVideo pipeline = new VaceVideo(text, vaceExperts, vae.get());
    letTextGo(order);
    Tensor noise = pipeline.noise(size, control, order.seed()).to(placement.device());
    return pipeline.latents(order.prompts(), control, 1, noise, denoising);
  }

  private Tensor spoken(WindowOrder order, Denoising denoising) {
    Speech speech = order.speech().orElseThrow();
    RgbImage person = Pixels.rgb(order.look().orElseThrow());
    // The picture itself stands before the first clip.
    List<RgbImage> before =
        speech.from() == 0 ? SpeechToVideo.stillness(person) : rgb(order.known());
    FilmSize size = new FilmSize(order.size().width(), order.size().height(), speech.frames());
    Tensor states = hearing.of(speech);
    letTextGo(order);
    return new SpeechToVideo(text, speechExpert, vae.get())
        .latents(
            order.prompts(),
            new SpeechToVideo.Clip(person, before, states),
            size,
            size.noise(vae.get().config(), order.seed()),
            denoising);
  }

  /** Known frames at the ends, the guide between, grey where there is neither. */
  private static VaceControl control(WindowOrder order) {
    FilmSize size = order.size();
    PixelImage grey = plain(size, GREY);
    PixelImage white = plain(size, WHITE);
    PixelImage black = plain(size, BLACK);
    List<PixelImage> frames = new ArrayList<>();
    List<PixelImage> masks = new ArrayList<>();
    for (int i = 0; i < size.frames(); i++) {
      boolean end = order.last().isPresent() && i == size.frames() - 1;
      if (i < order.known().size() || end) {
        frames.add(end ? order.last().get() : order.known().get(i));
        masks.add(black);
      } else if (order.guide().isEmpty()) {
        frames.add(grey);
        masks.add(white);
      } else {
        frames.add(order.guide().get(i).picture());
        masks.add(order.guide().get(i).mask());
      }
    }
    return VaceControl.of(rgb(frames), rgb(masks), size);
  }

  private static PixelImage plain(FilmSize size, int colour) {
    int[] pixels = new int[size.width() * size.height()];
    Arrays.fill(pixels, colour);
    return new PixelImage(size.width(), size.height(), pixels);
  }

  private static List<RgbImage> rgb(List<PixelImage> images) {
    return images.stream().map(Pixels::rgb).toList();
  }

  private Tensor noise(WindowOrder order) {
    return order.size().noise(vae.get().config(), order.seed()).to(placement.device());
  }

  /** Where memory is short, prompts are encoded before the transformers are loaded. */
  private void letTextGo(WindowOrder order) {
    if (placement.textEncoder() != Residence.RESIDENT) {
      text.remember(order.prompts());
      text.release();
    }
  }

  /**
   * Hands over the frames of latents, some at a time, as they are decoded.
   *
   * @param check is called between the pieces and may stop the work by an exception
   */
  void frames(Tensor latents, Runnable check, Consumer<PixelImage> frames) {
    if (placement.transformer() != Residence.RESIDENT) {
      experts.close();
      vaceExperts.close();
      speechExpert.close();
    }
    try (Scope _ = Scope.open()) {
      Tensor placed = vae.get().denormalize(latents.to(placement.device()));
      if (placement.tiledVae()) {
        // Sixteen bits are eight times finer than the film's own eight.
        new TiledVae(vae.get(), TiledVae.Tiles.DEFAULT)
            .decode(placed, DType.FLOAT16, check, chunk -> Pixels.each(chunk, frames));
      } else {
        vae.get()
            .decode(
                placed,
                chunk -> {
                  check.run();
                  Pixels.each(chunk, frames);
                });
      }
    }
  }

  /** Turns latents into small pictures without decoding them. */
  LatentPreview preview() {
    if (preview.isEmpty()) {
      preview = Optional.of(LatentPreview.of(vae.get()));
    }
    return preview.get();
  }

  @Override
  public void close() {
    text.close();
    experts.close();
    vaceExperts.close();
    speechExpert.close();
    hearing.close();
    imageTower.free(towers -> towers.forEach(tower -> tower.encoder().close()));
    vae.free(WanVae::close);
  }
}
