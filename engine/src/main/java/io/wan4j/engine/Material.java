package io.wan4j.engine;

import java.util.List;

/** What a film is made from beside its words. One case for each task the wire knows. */
public sealed interface Material {
  /** The prompt, and what it may point to: pages whose words belong to it. */
  record Words(List<Document> documents) implements Material {
    public Words {
      documents = List.copyOf(documents);
    }

    /** The prompt alone. */
    public Words() {
      this(List.of());
    }
  }

  /** Frame 0 is the picture. */
  record FirstFrame(Picture first) implements Material {}

  /** Frame 0 is the one picture, the last frame the other. */
  record FirstAndLastFrame(Picture first, Picture last) implements Material {}

  /** The film begins with the clip and goes on from its last frame. */
  record Continuation(Clip clip) implements Material {}

  /** The film begins with the clip and ends on the picture. */
  record ContinuationToFrame(Clip clip, Picture last) implements Material {}

  /**
   * The references, pictures and clips in the order of the request, are seen in the film.
   *
   * @param sounds to be heard in it: voices or music, in the order of the request
   * @param documents pages whose words belong to the prompt
   */
  record References(List<Reference> references, List<Recording> sounds, List<Document> documents)
      implements Material {
    public References {
      references = List.copyOf(references);
      sounds = List.copyOf(sounds);
      documents = List.copyOf(documents);
    }

    public References(List<Reference> references, List<Recording> sounds) {
      this(references, sounds, List.of());
    }
  }

  /** As {@link References}, and frame 0 is the picture. */
  record ReferencesFromFrame(Picture first, List<Reference> references) implements Material {
    public ReferencesFromFrame {
      references = List.copyOf(references);
    }
  }

  /** A named effect played on a picture. */
  record Effect(String template, Picture first) implements Material {}

  /** The clip is edited as the prompt says, with the pictures as models. */
  record Edit(Clip video, List<Picture> references) implements Material {
    public Edit {
      references = List.copyOf(references);
    }
  }

  /**
   * The clip is painted anew along its structure.
   *
   * @param control what is kept: posebodyface, posebody, depth or scribble
   * @param strength 0 to 1, how closely the structure is followed
   */
  record Repaint(Clip video, String control, double strength, List<Picture> references)
      implements Material {
    public Repaint {
      references = List.copyOf(references);
    }
  }

  /** Where a clip shall be edited; white is edited, black is kept. */
  sealed interface Mask {
    /**
     * A picture of the mask at one frame.
     *
     * @param frame the frame it belongs to, from 1
     * @param tracked whether the mask follows what it covers
     */
    record Still(Picture picture, int frame, boolean tracked) implements Mask {}

    /** A mask for every frame. */
    record Moving(Clip clip) implements Mask {}
  }

  /**
   * The masked part of the clip is replaced.
   *
   * @param expandRatio 0 to 1, by how much the mask is grown
   * @param expandMode hull, bbox or original
   * @param control what of the clip is kept within the mask: posebodyface, depth, or nothing ("")
   */
  record MaskedEdit(
      Clip video,
      Mask mask,
      double expandRatio,
      String expandMode,
      List<Picture> references,
      String control)
      implements Material {
    public MaskedEdit {
      references = List.copyOf(references);
    }

    public MaskedEdit(
        Clip video, Mask mask, double expandRatio, String expandMode, List<Picture> references) {
      this(video, mask, expandRatio, expandMode, references, "");
    }
  }

  /** One end of an extension. */
  sealed interface End {
    record Open() implements End {}

    record OnPicture(Picture picture) implements End {}

    record OnClip(Clip clip) implements End {}
  }

  /** What the new part of an extension follows. */
  sealed interface Guide {
    /** Nothing: the prompt alone. */
    record Free() implements Guide {}

    /**
     * The motion of a clip.
     *
     * @param control what of it: posebodyface, posebody, depth or scribble
     */
    record Following(Clip video, String control) implements Guide {}
  }

  /** A film between two given ends, of which one may be open. */
  record Extension(End start, End end, Guide guide) implements Material {
    public Extension(End start, End end) {
      this(start, end, new Guide.Free());
    }
  }

  /**
   * The clip with more picture around it.
   *
   * @param top 1 to 2: by how much the part above the centre grows; likewise the others
   */
  record Outpaint(Clip video, double top, double bottom, double left, double right)
      implements Material {}
}
