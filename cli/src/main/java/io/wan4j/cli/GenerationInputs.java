package io.wan4j.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a film is made from: files of this machine or URLs; an empty text is "not given". */
final class GenerationInputs {
  @Option(names = "--prompt", defaultValue = "", description = "What the film shall show.")
  private String prompt;

  @Option(names = "--negative-prompt", defaultValue = "", description = "What it shall not show.")
  private String negativePrompt;

  @Option(
      names = "--first-frame",
      paramLabel = "IMAGE",
      defaultValue = "",
      description = "The film begins with this picture.")
  private String firstFrame;

  @Option(
      names = "--last-frame",
      paramLabel = "IMAGE",
      defaultValue = "",
      description = "The film ends with this picture.")
  private String lastFrame;

  @Option(
      names = "--clip",
      paramLabel = "VIDEO",
      defaultValue = "",
      description = "The film begins with this clip and goes on.")
  private String firstClip;

  @Option(
      names = "--audio",
      paramLabel = "SOUND",
      defaultValue = "",
      description = "The film's sound.")
  private String audio;

  @Option(
      names = "--reference",
      paramLabel = "FILE[=VOICE]",
      description = "A picture or clip to be seen again in the film; repeatable.")
  private List<String> references = new ArrayList<>();

  @Option(
      names = "--video",
      paramLabel = "VIDEO",
      defaultValue = "",
      description = "A clip to be edited as the prompt says.")
  private String video;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      defaultValue = "",
      description = "A named effect to be played on the first frame.")
  private String template;

  String prompt() {
    return prompt;
  }

  String negativePrompt() {
    return negativePrompt;
  }

  String firstFrame() {
    return firstFrame;
  }

  String lastFrame() {
    return lastFrame;
  }

  String firstClip() {
    return firstClip;
  }

  String audio() {
    return audio;
  }

  List<String> references() {
    return references;
  }

  String video() {
    return video;
  }

  String template() {
    return template;
  }
}
