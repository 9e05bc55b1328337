package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.error.ErrorName;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's words: every one in both languages, every error explained, every effect named. */
class StudioWordsTest {
  private static final Pattern USED = Pattern.compile("\\bt\\(\"([a-z][^\"]*)\"");

  @Test
  void bothLanguagesHaveTheSameWords() throws Exception {
    JsonNode english = read("en.json");
    JsonNode chinese = read("zh.json");
    assertThat(names(chinese)).isEqualTo(names(english));
    for (String name : names(english)) {
      assertThat(places(chinese.path(name).asText()))
          .as(name)
          .isEqualTo(places(english.path(name).asText()));
    }
  }

  @Test
  void everyWordThatIsUsedIsThere() throws Exception {
    Set<String> known = names(read("en.json"));
    Set<String> unknown = new TreeSet<>();
    Path root = Path.of(StudioRoutes.class.getResource("studio/index.html").toURI()).getParent();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".js")).toList()) {
        USED.matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .filter(word -> !known.contains(word))
            .forEach(unknown::add);
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyErrorIsExplainedInChineseToo() throws Exception {
    JsonNode errors = read("errors-zh.json");
    for (ErrorName name : ErrorName.values()) {
      assertThat(errors.path(name.key()).path("means").asText()).as(name.key()).isNotBlank();
      assertThat(errors.path(name.key()).path("todo").asText()).as(name.key()).isNotBlank();
    }
  }

  @Test
  void whatTheCardsNameHasAWord() throws Exception {
    Set<String> known = names(read("en.json"));
    for (ModelCard card : Catalogue.load().all()) {
      card.templates().forEach(name -> assertThat(known).contains("effect." + name));
      card.functions().forEach(each -> assertThat(known).contains("function." + each.name()));
      card.inputs().forEach(each -> assertThat(known).contains("role." + each.role().wireName()));
      card.media()
          .types()
          .forEach(each -> assertThat(known).contains("role." + each.type().wireName()));
      card.shotTypes().forEach(name -> assertThat(known).contains("shots." + name));
      card.audioSettings().forEach(name -> assertThat(known).contains("audio." + name));
    }
  }

  private static List<String> places(String text) {
    return Pattern.compile("\\{\\w+}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .sorted()
        .toList();
  }

  private static Set<String> names(JsonNode words) {
    return words.properties().stream().map(entry -> entry.getKey()).collect(Collectors.toSet());
  }

  private static JsonNode read(String name) throws Exception {
    try (InputStream in = StudioRoutes.class.getResourceAsStream("studio/words/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new JsonMapper().readTree(in);
    }
  }
}
