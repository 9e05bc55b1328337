package io.wan4j.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a film is made from: files of this machine or URLs; an empty text is "not given". */
final class GenerationInputs {
  /** A file by what it is for, and its voice. */
  static final class Medium {
    @ArgGroup(multiplicity = "1")
    private Named named = new Named();

    @Option(
        names = "--voice",
        paramLabel = "SOUND",
        description = "How the reference before it speaks.")
    private String voice = "";

    /** A picture or clip to be seen again; empty where the file is named by its role. */
    String reference() {
      return named.reference;
    }

    /** {@code ROLE=FILE}; empty where the file is a reference. */
    String byRole() {
      return named.byRole;
    }

    String voice() {
      return voice;
    }
  }

  private static final class Named {
    @Option(
        names = "--reference",
        paramLabel = "FILE",
        description = "A picture or clip to be seen again in the film; repeatable.")
    private String reference = "";

    @Option(
        names = "--media",
        paramLabel = "ROLE=FILE",
        description =
            "A file by its role where no option names it, such as file, link, reference_audio,"
                + " last_clip, mask_image or mask_video; repeatable.")
    private String byRole = "";
  }

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

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<Medium> media = new ArrayList<>();

  @Option(
      names = "--video",
      paramLabel = "VIDEO",
      defaultValue = "",
      description = "A clip to be edited as the prompt says.")
  private String video;

  @Option(
      names = "--function",
      paramLabel = "NAME",
      defaultValue = "",
      description = "What a vace model shall do, such as video_outpainting.")
  private String function;

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

  /** References and files by role, in their order. */
  List<Medium> media() {
    return media;
  }

  String function() {
    return function;
  }

  String video() {
    return video;
  }

  String template() {
    return template;
  }
}
