package io.wan4j.engine.previz.sheet;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.util.Map;

/** The colours and type of a sheet. */
final class Ink {
  static final Color PAPER = new Color(0xFAF8F3);
  static final Color TEXT = new Color(0x1D1D1F);
  static final Color QUIET = new Color(0x6B6A67);
  static final Color RULE = new Color(0xD8D4CA);
  static final Color CAMERA = new Color(0xE2412B);
  static final Color ACTION = new Color(0x1E7FD6);
  static final Color SPEECH = new Color(0x14532D);
  static final Color HALO = new Color(255, 255, 255, 225);

  private Ink() {}

  /** Whether the fonts of this machine have all of these characters. */
  static boolean has(String words) {
    return plain(12).canDisplayUpTo(words) == -1;
  }

  static Font plain(float size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size);
  }

  static Font bold(float size) {
    return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(size);
  }

  static Font spaced(float size) {
    return bold(size).deriveFont(Map.of(TextAttribute.TRACKING, 0.06));
  }

  static Font italic(float size) {
    return new Font(Font.SANS_SERIF, Font.ITALIC, 1).deriveFont(size);
  }
}
