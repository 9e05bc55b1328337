package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.catalogue.VaceFunction;
import io.wan4j.protocol.error.ErrorName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a whole request; what is wrong goes into the faults and a default takes its place. */
final class OrderReader {
  private final SynthesisRequest request;
  private final ModelCard card;
  private final Faults faults;
  private final Fields input;
  private final PromptReader prompts;
  private final SizeReader sizes;
  private final ParameterReader parameters;

  OrderReader(SynthesisRequest request, ModelCard card, Faults faults) {
    this.request = request;
    this.card = card;
    this.faults = faults;
    this.input = new Fields(request.input(), "input", faults);
    this.prompts = new PromptReader(card.prompt(), request.input(), faults);
    this.sizes = new SizeReader(card.size(), request.parameters(), faults);
    this.parameters = new ParameterReader(card, request.parameters(), faults);
  }

  /** The order; empty only if a fault was found that leaves nothing to order. */
  Optional<VideoOrder> read() {
    if (!card.functions().isEmpty()) {
      return function().map(this::vaceOrder);
    }
    String template = template();
    return Optional.of(template.isEmpty() ? plainOrder() : effectOrder(template));
  }

  private VideoOrder plainOrder() {
    String prompt = prompts.prompt();
    List<MediaInput> media = media(false);
    boolean muted = parameters.muted();
    if (muted) { // the sound file is not even fetched
      media.removeIf(found -> found.role() == MediaRole.DRIVING_AUDIO);
    }
    SizeChoice size = sizes.read(media);
    Length length = parameters.length(InputReader.has(media, MediaRole.REFERENCE_VIDEO));
    boolean promptExtend = parameters.promptExtend();
    return order(task(media), prompt, prompt, media, size, length, promptExtend, muted);
  }

  /** Only the first frame counts beside the template. */
  private VideoOrder effectOrder(String template) {
    List<MediaInput> media = media(true);
    media.removeIf(found -> found.role() != MediaRole.FIRST_FRAME);
    return order(
        new VideoTask.Effect(template),
        prompts.ignoredPrompt(),
        "",
        media,
        sizes.read(media),
        parameters.length(false),
        false,
        parameters.muted());
  }

  private VideoOrder vaceOrder(VaceFunction function) {
    String prompt = prompts.prompt();
    List<MediaInput> media =
        new InputReader(request.input(), faults).read(function.inputs(), false);
    VideoTask task = new VaceReader(function, request, faults).task(media);
    int seconds = card.duration().defaultSeconds();
    Length length =
        InputReader.has(media, MediaRole.VIDEO)
            ? new Length.OfInput(seconds)
            : parameters.length(false);
    boolean promptExtend = parameters.promptExtend();
    return order(task, prompt, prompt, media, sizes.read(function), length, promptExtend, true);
  }

  private VideoOrder order(
      VideoTask task,
      String originalPrompt,
      String prompt,
      List<MediaInput> media,
      SizeChoice size,
      Length length,
      boolean promptExtend,
      boolean muted) {
    return new VideoOrder(
        card,
        request.model(),
        task,
        originalPrompt,
        PromptReader.cut(prompt, card.prompt().limit()),
        prompts.negativePrompt(),
        media,
        size,
        length,
        parameters.seed(),
        promptExtend,
        parameters.watermark(),
        parameters.sound(media, muted),
        parameters.shotType(promptExtend));
  }

  private List<MediaInput> media(boolean withTemplate) {
    List<MediaInput> media = new ArrayList<>();
    media.addAll(new InputReader(request.input(), faults).read(card.inputs(), withTemplate));
    media.addAll(new MediaReader(card.media(), faults).read(request.input()));
    return media;
  }

  private String template() {
    if (card.templates().isEmpty()) {
      return "";
    }
    String template = input.text("template").orElse("").strip();
    if (!template.isEmpty() && !card.templates().contains(template)) {
      faults.rule(ErrorName.TEMPLATE_UNKNOWN, template);
    }
    return template;
  }

  private Optional<VaceFunction> function() {
    Optional<VaceFunction> function = input.text("function").flatMap(card::function);
    if (function.isEmpty() && !faults.any()) {
      List<String> names = card.functions().stream().map(VaceFunction::name).toList();
      faults.rule(ErrorName.FUNCTION_UNKNOWN, String.join(",", names));
    }
    return function;
  }

  /** The media tell what is to be done. */
  private static VideoTask task(List<MediaInput> media) {
    boolean first = InputReader.has(media, MediaRole.FIRST_FRAME);
    boolean last = InputReader.has(media, MediaRole.LAST_FRAME);
    if (InputReader.has(media, MediaRole.VIDEO)) {
      return new VideoTask.Edit();
    }
    if (InputReader.has(media, MediaRole.FIRST_CLIP)) {
      return last ? new VideoTask.ContinuationToFrame() : new VideoTask.Continuation();
    }
    if (media.stream().anyMatch(found -> found.role().isReference())) {
      return first ? new VideoTask.ReferencesFromFrame() : new VideoTask.References();
    }
    if (first) {
      return last ? new VideoTask.FirstAndLastFrame() : new VideoTask.FirstFrame();
    }
    return new VideoTask.Text();
  }
}
