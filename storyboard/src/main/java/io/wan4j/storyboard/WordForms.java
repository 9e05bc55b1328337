package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The base forms an English word may be an inflection of. Wrong guesses are harmless: no entry. */
final class WordForms {
  private final Map<String, String> irregular;

  /**
   * @param irregular form to base form: "ran" to "run"
   */
  WordForms(Map<String, String> irregular) {
    this.irregular = Map.copyOf(irregular);
  }

  /** The word itself first, then possible bases. */
  List<String> of(String word) {
    List<String> forms = new ArrayList<>(4);
    forms.add(word);
    String base = irregular.get(word);
    if (base != null) {
      forms.add(base);
    }
    int length = word.length();
    if (word.endsWith("ies") && length > 4) {
      forms.add(word.substring(0, length - 3) + "y");
    }
    if (word.endsWith("s") && !word.endsWith("ss") && length > 3) {
      forms.add(word.substring(0, length - 1));
    }
    if (word.endsWith("es") && length > 4) {
      forms.add(word.substring(0, length - 2));
    }
    if (word.endsWith("ied") && length > 4) {
      forms.add(word.substring(0, length - 3) + "y");
    }
    if (word.endsWith("ed") && length > 4) {
      addStem(word.substring(0, length - 2), forms);
    }
    if (word.endsWith("ing") && length > 5) {
      addStem(word.substring(0, length - 3), forms);
    }
    return forms;
  }

  private static void addStem(String stem, List<String> forms) {
    forms.add(stem);
    forms.add(stem + "e");
    int last = stem.length() - 1;
    if (last > 1 && stem.charAt(last) == stem.charAt(last - 1)) {
      forms.add(stem.substring(0, last));
    }
  }
}
