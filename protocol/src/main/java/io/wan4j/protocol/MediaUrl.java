package io.wan4j.protocol;

import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;

/** Where an input is to be had. */
public sealed interface MediaUrl {
  /** The text as it came. */
  String text();

  /** The lower-case file name extension without its dot, or "" if there is none. */
  String extension();

  /**
   * A file on a web server.
   *
   * @param text as it came; {@link #uri()} has what may not stand in a URI percent-encoded
   */
  record Http(String text) implements MediaUrl {
    public Http {
      Objects.requireNonNull(text, "text is null");
      encoded(text);
    }

    public URI uri() {
      return encoded(text);
    }

    @Override
    public String extension() {
      return extensionOf(uri().getPath());
    }

    private static URI encoded(String text) {
      try {
        return new URI(escaped(text));
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException("not a URL: " + text, e);
      }
    }

    /** Clients send spaces and Chinese characters as they are. */
    private static String escaped(String text) {
      StringBuilder escaped = new StringBuilder(text.length());
      for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
        char c = (char) (b & 0xff);
        boolean legal = c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
        if (legal) {
          escaped.append(c);
        } else {
          escaped.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
        }
      }
      return escaped.toString();
    }
  }

  /**
   * A file within the request itself.
   *
   * @param mime for example {@code image/png}; lower case
   * @param base64 the bytes, still encoded
   */
  record Data(String mime, String base64) implements MediaUrl {
    public Data {
      Objects.requireNonNull(mime, "mime is null");
      Objects.requireNonNull(base64, "base64 is null");
    }

    @Override
    public String text() {
      return "data:" + mime + ";base64," + base64;
    }

    /** A data URI has no name, and its MIME type is only what the client believes. */
    @Override
    public String extension() {
      return "";
    }

    /** The bytes, decoded while they are read; reading fails on text that is not base64. */
    public InputStream open() {
      return Base64.getDecoder()
          .wrap(new ByteArrayInputStream(base64.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** How many bytes {@link #open()} will give, up to two too many for the padding. */
    public long approximateBytes() {
      return base64.length() / 4L * 3L;
    }

    /** Without the content, which would fill a log. */
    @Override
    public String toString() {
      return "Data[" + mime + ", about " + approximateBytes() + " bytes]";
    }
  }

  /**
   * A file uploaded before.
   *
   * @param key what the upload named {@code key}: not percent-encoded, spaces and Chinese
   *     characters included
   */
  record Oss(String key) implements MediaUrl {
    public Oss {
      Objects.requireNonNull(key, "key is null");
    }

    @Override
    public String text() {
      return "oss://" + key;
    }

    @Override
    public String extension() {
      return extensionOf(key);
    }
  }

  /**
   * Reads a URL of a request. {@code file:} URLs and bare paths are refused: an SDK uploads such a
   * file and sends {@code oss://} instead.
   *
   * @throws WireException with the cloud's "url error" if it cannot be used
   */
  static MediaUrl parse(String given) {
    String text = given.strip();
    String lower = text.substring(0, Math.min(text.length(), 8)).toLowerCase(Locale.ROOT);
    try {
      if (lower.startsWith("http://") || lower.startsWith("https://")) {
        Http http = new Http(text);
        String host = http.uri().getHost();
        if (host != null && !host.isEmpty()) {
          return http;
        }
      } else if (lower.startsWith("oss://") && text.length() > "oss://".length()) {
        return new Oss(text.substring("oss://".length()));
      } else if (lower.startsWith("data:")) {
        return data(text);
      }
    } catch (IllegalArgumentException e) {
      throw new WireException(WireErrors.get(ErrorName.URL_ERROR), e);
    }
    throw new WireException(WireErrors.get(ErrorName.URL_ERROR));
  }

  private static Data data(String text) {
    int comma = text.indexOf(',');
    String head = comma < 0 ? "" : text.substring("data:".length(), comma);
    String lower = head.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(";base64") || comma == text.length() - 1) {
      throw new IllegalArgumentException("a data URI must be data:{mime};base64,{bytes}");
    }
    int end = lower.indexOf(';');
    return new Data(lower.substring(0, end).strip(), withoutLineBreaks(text.substring(comma + 1)));
  }

  private static String withoutLineBreaks(String base64) {
    boolean broken = base64.chars().anyMatch(Character::isWhitespace);
    return broken ? base64.replaceAll("\\s", "") : base64;
  }

  private static String extensionOf(String path) {
    String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
