package io.wan4j.service.work;

import io.wan4j.media.ClipFacts;
import io.wan4j.media.DamagedMediaException;
import io.wan4j.media.MediaProbe;
import io.wan4j.media.OversizedMediaException;
import io.wan4j.media.PictureFacts;
import io.wan4j.media.PictureReader;
import io.wan4j.media.SoundFacts;
import io.wan4j.media.UnknownMediaException;
import io.wan4j.protocol.MediaFacts;
import io.wan4j.protocol.MediaInput;
import io.wan4j.protocol.catalogue.MediaKind;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.service.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Finds out what a fetched file is, from its bytes, in the words of the wire's rules. */
final class MediaInspection {
  private static final int HEAD = 256;

  /**
   * What the file holds.
   *
   * @throws RefusedException when it is broken, or claims to be too large to be looked at
   */
  MediaFacts facts(Path file, MediaInput input) {
    Set<MediaKind> kinds = input.role().kinds();
    return kinds.contains(MediaKind.DOCUMENT) || kinds.contains(MediaKind.PAGE)
        ? document(file)
        : media(file, kinds.iterator().next());
  }

  /** As {@link #facts}, of a voice recording. */
  MediaFacts voice(Path file) {
    return media(file, MediaKind.AUDIO);
  }

  private static MediaFacts media(Path file, MediaKind expected) {
    try {
      return switch (MediaProbe.probe(file)) {
        case PictureFacts p ->
            new MediaFacts.Image(
                p.format(), p.bytes(), p.width(), p.height(), p.hasAlpha() && isSeeThrough(file));
        case ClipFacts c ->
            new MediaFacts.Video(
                c.container(),
                c.bytes(),
                c.width(),
                c.height(),
                c.seconds(),
                c.frameRate(),
                c.hasSound());
        case SoundFacts s -> new MediaFacts.Audio(s.format(), s.bytes(), s.seconds());
      };
    } catch (UnknownMediaException e) {
      return document(file);
    } catch (DamagedMediaException e) {
      throw new RefusedException(WireErrors.get(ErrorName.FILE_UNREADABLE, expected.wireName()), e);
    } catch (OversizedMediaException e) {
      throw new RefusedException(WireErrors.get(ErrorName.IMAGE_RESOLUTION_RANGE), e);
    }
  }

  /** Screenshots often carry an alpha channel through which nothing can be seen. */
  private static boolean isSeeThrough(Path file) {
    return PictureReader.read(file).hasTransparency();
  }

  /** The first bytes tell the formats of documents apart well enough for a limit. */
  private static MediaFacts document(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      return new MediaFacts.Other(format(head), Files.size(file));
    } catch (IOException e) {
      throw new ServiceException("cannot read a fetched file " + file, e);
    }
  }

  private static String format(String head) {
    if (head.startsWith("%PDF-")) {
      return "pdf";
    } else if (head.startsWith("PK\u0003\u0004")) {
      return "docx";
    } else if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return "ppt";
    } else if (head.stripLeading().toLowerCase(Locale.ROOT).startsWith("<")) {
      return "html";
    }
    return "unknown";
  }
}
