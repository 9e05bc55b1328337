package io.wan4j.protocol;

import java.util.List;

/** What is to be done. The files it is done with stand in {@link VideoOrder#media()}. */
public sealed interface VideoTask {
  /** A film from the prompt, and perhaps from the FILE or LINK. */
  record Text() implements VideoTask {}

  /** Begins with the FIRST_FRAME. */
  record FirstFrame() implements VideoTask {}

  /** Begins with the FIRST_FRAME and ends with the LAST_FRAME. */
  record FirstAndLastFrame() implements VideoTask {}

  /** The FIRST_CLIP goes on; it is part of the output. */
  record Continuation() implements VideoTask {}

  /** The FIRST_CLIP goes on until the LAST_FRAME; it is part of the output. */
  record ContinuationToFrame() implements VideoTask {}

  /**
   * The references are cast in a film. They are REFERENCE, REFERENCE_IMAGE, REFERENCE_VIDEO or
   * REFERENCE_AUDIO, with a FILE or LINK perhaps.
   */
  record References() implements VideoTask {}

  /** As {@link References}, and the film begins with the FIRST_FRAME. */
  record ReferencesFromFrame() implements VideoTask {}

  /**
   * A named effect played on the FIRST_FRAME; the prompt is ignored.
   *
   * @param template for example {@code flying}
   */
  record Effect(String template) implements VideoTask {}

  /** The VIDEO is edited as the prompt says, with the REFERENCE_IMAGEs as models. */
  record Edit() implements VideoTask {}

  /** What a reference image of {@link ImageReference} shows. */
  enum Subject {
    OBJECT,
    BACKGROUND
  }

  /**
   * VACE: a film with the REFERENCE_IMAGEs in it.
   *
   * @param subjects what each image shows, in their order; empty if the request does not say
   */
  record ImageReference(List<Subject> subjects) implements VideoTask {
    public ImageReference {
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * VACE: the VIDEO painted anew along its structure, with up to one REFERENCE_IMAGE.
   *
   * @param control posebodyface, posebody, depth or scribble
   * @param strength 0 to 1
   */
  record Repaint(String control, double strength) implements VideoTask {}

  /**
   * VACE: the part of the VIDEO under the MASK_IMAGE or MASK_VIDEO is replaced, with up to one
   * REFERENCE_IMAGE. White is edited.
   *
   * @param control "", posebodyface or depth
   * @param maskFrame the frame the MASK_IMAGE belongs to, from 1
   * @param tracked whether the MASK_IMAGE follows what it covers
   * @param expandRatio 0 to 1
   * @param expandMode hull, bbox or original
   */
  record MaskedEdit(
      String control, int maskFrame, boolean tracked, double expandRatio, String expandMode)
      implements VideoTask {}

  /**
   * VACE: a film between given ends: FIRST_FRAME or FIRST_CLIP, LAST_FRAME or LAST_CLIP, with up to
   * one VIDEO to take the structure from.
   *
   * @param control "" without a VIDEO
   */
  record Extension(String control) implements VideoTask {}

  /** VACE: the VIDEO with more picture around it; each scale 1 to 2. */
  record Outpaint(double top, double bottom, double left, double right) implements VideoTask {}
}
