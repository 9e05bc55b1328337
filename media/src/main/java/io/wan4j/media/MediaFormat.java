package io.wan4j.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The kinds of file that are read, told apart by their first bytes.
 *
 * <p>FFmpeg is told which reader to use and never guesses: its own guessing knows play lists and
 * scripts that make it open other files and addresses.
 */
enum MediaFormat {
  PNG("png", true),
  JPEG("mjpeg", true),
  WEBP("webp", true),
  BMP("bmp", true),
  TIFF("tiff", true),
  GIF("gif", true),
  MP4("mov", false),
  MOV("mov", false),
  MATROSKA("matroska", false),
  WEBM("matroska", false),
  AVI("avi", false),
  WAV("wav", false),
  MP3("mp3", false),
  AAC("aac", false),
  FLAC("flac", false),
  OGG("ogg", false);

  /** Long enough for the document type of a Matroska header. */
  private static final int HEAD = 128;

  private final String reader;
  private final boolean picture;

  MediaFormat(String reader, boolean picture) {
    this.reader = reader;
    this.picture = picture;
  }

  /** FFmpeg's decoder of a picture, its demuxer of anything else. */
  String reader() {
    return reader;
  }

  boolean isPicture() {
    return picture;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells what a file is; its name does not matter. */
  static MediaFormat of(Path file) {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    } catch (IOException e) {
      throw new MediaException("cannot read " + file + ": " + e, e);
    }
    if (head.length == 0) {
      throw new DamagedMediaException(file.getFileName() + " is empty");
    }
    return of(new String(head, StandardCharsets.ISO_8859_1), file);
  }

  /** The signatures are those of the formats' specifications; each char of head is one byte. */
  private static MediaFormat of(String head, Path file) {
    String fourth = head.length() < 12 ? "" : head.substring(4, 8);
    String eighth = head.length() < 12 ? "" : head.substring(8, 12);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    } else if (head.startsWith("RIFF") && eighth.equals("WEBP")) {
      return WEBP;
    } else if (head.startsWith("RIFF") && eighth.equals("AVI ")) {
      return AVI;
    } else if ((head.startsWith("RIFF") || head.startsWith("RF64")) && eighth.equals("WAVE")) {
      return WAV;
    } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return GIF;
    } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
      return TIFF;
    } else if (fourth.equals("ftyp")) {
      return ofBrand(eighth, file);
    } else if (fourth.matches("moov|mdat|wide|free|skip")) {
      return MOV;
    } else if (head.startsWith("\u001aE\u00df\u00a3")) {
      return head.contains("webm") ? WEBM : MATROSKA;
    } else if (head.startsWith("fLaC")) {
      return FLAC;
    } else if (head.startsWith("OggS")) {
      return OGG;
    } else if (head.startsWith("ID3") || isMpegAudio(head)) {
      return MP3;
    } else if (isAdts(head)) {
      return AAC;
    } else if (head.startsWith("BM")) {
      return BMP;
    }
    throw new UnknownMediaException(
        file.getFileName()
            + " is no picture (png, jpeg, webp, bmp, tiff, gif), video (mp4, mov, matroska, webm,"
            + " avi) or sound (wav, mp3, aac, flac, ogg)");
  }

  /** Phones put still pictures, too, into this container. */
  private static MediaFormat ofBrand(String brand, Path file) {
    if (brand.matches("hei.|hev.|mif1|msf1|avi[fs]")) {
      throw new UnknownMediaException(
          file.getFileName() + " is a HEIC or AVIF picture, which is not read; save it as jpeg");
    }
    return brand.equals("qt  ") ? MOV : MP4;
  }

  /** ISO/IEC 11172-3, 2.4.1.3: eleven set bits, then a layer other than the reserved 0. */
  private static boolean isMpegAudio(String head) {
    return head.length() > 2
        && head.charAt(0) == 0xff
        && (head.charAt(1) & 0xe0) == 0xe0
        && (head.charAt(1) & 0x06) != 0;
  }

  /** ISO/IEC 13818-7, 6.2: twelve set bits and layer 0. */
  private static boolean isAdts(String head) {
    return head.length() > 2 && head.charAt(0) == 0xff && (head.charAt(1) & 0xf6) == 0xf0;
  }
}
