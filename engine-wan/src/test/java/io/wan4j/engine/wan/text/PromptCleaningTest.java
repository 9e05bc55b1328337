package io.wan4j.engine.wan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptCleaningTest {
  /** What Python answers to {@code html.unescape(html.unescape(text))}. */
  @ParameterizedTest
  @CsvSource({
    "&lt;b&gt;, <b>",
    "&amp;lt;, <",
    "&amp;amp;amp;, &amp;",
    "caf&eacute, café",
    "&notit;, ¬it;",
    "&nosuchname;, &nosuchname;",
    "&#65;&#x42;&#67, ABC",
    "&#128;, €",
    "&#0;&#xD800;, \uFFFD\uFFFD",
    "a&#1;b, ab",
    "&#x1F600;, 😀",
    "a & b, a & b",
    "a&nbsp;&ensp;b, a b"
  })
  void decodesReferencesTwice(String text, String expected) {
    assertThat(PromptCleaning.PLAIN.clean(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"' a \t\n  b ', a b", "a\u3000b, a b", "\u00a0a, a", "Été, Été"})
  void evensOutSpace(String text, String expected) {
    assertThat(PromptCleaning.PLAIN.clean(text)).isEqualTo(expected);
  }

  @Test
  void repairsBeforeItDecodes() {
    String broken = "  “l’humanitÃ©” &amp;amp;lt;  ＯＫ，\u3000过曝 ";
    assertThat(PromptCleaning.REPAIRED.clean(broken)).isEqualTo("\"l'humanité\" < OK, 过曝");
    assertThat(PromptCleaning.PLAIN.clean(broken)).isEqualTo("“l’humanitÃ©” &lt; ＯＫ， 过曝");
  }
}
