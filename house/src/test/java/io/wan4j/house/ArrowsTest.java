package io.wan4j.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Arrows between the folders point one way, and the pure folders use the JDK alone. */
class ArrowsTest {
  private static final String HOME = "io.wan4j.";

  /** Folder by folder, which others of ours it may use. */
  private static final Map<String, Set<String>> ARROWS = new LinkedHashMap<>();

  static {
    ARROWS.put("protocol", Set.of());
    ARROWS.put("engine", Set.of());
    ARROWS.put("storyboard", Set.of());
    ARROWS.put("torch", Set.of());
    ARROWS.put("media", Set.of("engine"));
    ARROWS.put("sound", Set.of("engine"));
    ARROWS.put("engine.previz", Set.of("engine", "media", "storyboard", "sound"));
    ARROWS.put("engine.wan", Set.of("engine", "media", "storyboard", "sound", "torch"));
    ARROWS.put("service", Set.of("protocol", "engine", "media", "storyboard"));
    ARROWS.put("server", Set.of("protocol", "service", "engine", "storyboard"));
    ARROWS.put(
        "bench",
        Set.of(
            "protocol",
            "engine",
            "media",
            "storyboard",
            "sound",
            "engine.previz",
            "engine.wan",
            "torch",
            "service",
            "server"));
    ARROWS.put(
        "cli",
        Set.of(
            "protocol",
            "engine",
            "media",
            "storyboard",
            "sound",
            "engine.previz",
            "engine.wan",
            "torch",
            "service",
            "server",
            "bench"));
  }

  /**
   * Folders that depend on nothing but the JDK; protocol may read JSON and YAML, and storyboard may
   * ask WordNet for the kinds of things that words name and HanLP where Chinese words end: no hand
   * list holds all the nouns of two languages.
   */
  private static final Map<String, List<String>> FOREIGN =
      Map.of(
          "engine", List.of(),
          "storyboard", List.of("net.sf.extjwnl.", "com.hankcs.hanlp."),
          "torch", List.of(),
          "protocol", List.of("com.fasterxml.jackson."));

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.wan4j");

  @TestFactory
  List<DynamicTest> foldersUseOnlyWhatTheyMay() {
    return ARROWS.entrySet().stream()
        .map(
            arrow ->
                DynamicTest.dynamicTest(
                    arrow.getKey(), () -> check(arrow.getKey(), arrow.getValue())))
        .toList();
  }

  @TestFactory
  List<DynamicTest> pureFoldersUseTheJdkAlone() {
    return FOREIGN.entrySet().stream()
        .map(
            pure ->
                DynamicTest.dynamicTest(
                    pure.getKey(), () -> checkPure(pure.getKey(), pure.getValue())))
        .toList();
  }

  @Test
  void everyFolderIsOnTheMap() {
    Set<String> strangers = new TreeSet<>();
    for (JavaClass type : ALL) {
      if (!ARROWS.containsKey(folder(type))) {
        strangers.add(type.getName());
      }
    }
    assertThat(strangers).isEmpty();
    assertThat(ALL).hasSizeGreaterThan(20);
  }

  private static void check(String folder, Set<String> allowed) {
    classes()
        .that(residesIn(folder))
        .should()
        .onlyDependOnClassesThat(
            describe(
                "are foreign or of " + folder + " or of " + allowed,
                type ->
                    !type.getPackageName().startsWith("io.wan4j")
                        || folder(type).equals(folder)
                        || allowed.contains(folder(type))))
        .allowEmptyShould(true)
        .check(ALL);
  }

  private static void checkPure(String folder, List<String> foreign) {
    classes()
        .that(residesIn(folder))
        .should()
        .onlyDependOnClassesThat(
            describe(
                "are of the JDK, of " + folder + " or of " + foreign,
                type -> {
                  String name = type.getBaseComponentType().getPackageName();
                  return name.isEmpty()
                      || name.startsWith("java.")
                      || name.startsWith("javax.")
                      || folder(type.getBaseComponentType()).equals(folder)
                      || foreign.stream().anyMatch((name + ".")::startsWith);
                }))
        .allowEmptyShould(true)
        .check(ALL);
  }

  private static DescribedPredicate<JavaClass> residesIn(String folder) {
    return describe("reside in " + folder, type -> folder(type).equals(folder));
  }

  /** The folder a class belongs to: the longest name of the map that begins its package. */
  private static String folder(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    if (!name.startsWith(HOME)) {
      return "";
    }
    String inside = name.substring(HOME.length());
    String best = "";
    for (String folder : ARROWS.keySet()) {
      if ((inside + ".").startsWith(folder + ".") && folder.length() > best.length()) {
        best = folder;
      }
    }
    return best.isEmpty() ? inside : best;
  }
}
