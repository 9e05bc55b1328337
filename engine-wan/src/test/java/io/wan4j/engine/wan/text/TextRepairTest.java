package io.wan4j.engine.wan.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRepairTest {
  private final TextRepair repair = new TextRepair();

  /** What ftfy itself answered; text-repair.json names its version. */
  @Test
  void answersAsFtfyDoes() throws IOException {
    List<String> wrong = new ArrayList<>();
    int changed = 0;
    JsonNode cases = cases();
    for (JsonNode one : cases) {
      String text = one.get(0).asText();
      String expected = one.get(1).asText();
      String repaired = repair.repair(text);
      changed += text.equals(expected) ? 0 : 1;
      if (!repaired.equals(expected)) {
        wrong.add(text + " became " + repaired + " instead of " + expected);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases.size()).isGreaterThanOrEqualTo(300);
    assertThat(changed).isGreaterThan(200);
  }

  @Test
  void loneSurrogatesBecomeTheMarkOfLoss() {
    assertThat(repair.repair("a\ud83db\udca9")).isEqualTo("a\ufffdb\ufffd");
    assertThat(repair.repair("\ud83d\udca9")).isEqualTo("\ud83d\udca9");
  }

  @Test
  void longTextTakesNoLongTime() {
    String text = "a cat â€” on the roof ".repeat(2000);
    assertThat(repair.repair(text)).isEqualTo("a cat — on the roof ".repeat(2000));
  }

  private static JsonNode cases() throws IOException {
    try (InputStream in = TextRepairTest.class.getResourceAsStream("text-repair.json")) {
      return new ObjectMapper().readTree(in).get("cases");
    }
  }
}
