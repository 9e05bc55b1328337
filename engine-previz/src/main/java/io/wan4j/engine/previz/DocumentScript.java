package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Document;
import io.wan4j.engine.Material;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the pages of a brief into directions: a shot for each of the lines that say most, read
 * aloud by a narrator.
 */
final class DocumentScript {
  /** A line of text is on the screen for about so long. */
  private static final double SECONDS_A_SHOT = 3.2;

  private static final int LONGEST_LINE = 160;

  /** What a narrator can say in one shot. */
  private static final int SPOKEN_LETTERS = 62;

  private static final int SPOKEN_SIGNS = 18;

  private static final int SHORTEST_LINE = 3;

  private DocumentScript() {}

  /** The prompt of a brief together with what its documents say. */
  static String prompt(Brief brief) {
    List<String> lines = lines(documents(brief.material()));
    if (lines.isEmpty()) {
      return brief.prompt();
    }
    int shots = Math.clamp(Math.round(brief.seconds() / SECONDS_A_SHOT), 1, lines.size());
    StringBuilder script = new StringBuilder(brief.prompt().strip());
    for (int shot = 0; shot < shots; shot++) {
      // The first line is the title; the others are taken evenly from what follows.
      String line = lines.get((int) ((long) shot * lines.size() / shots));
      script.append(script.isEmpty() ? "" : "\n").append("Shot ").append(shot + 1).append(": ");
      script.append(line).append(narration(line));
    }
    return script.toString();
  }

  private static List<Document> documents(Material material) {
    return switch (material) {
      case Material.Words words -> words.documents();
      case Material.References references -> references.documents();
      default -> List.of();
    };
  }

  private static List<String> lines(List<Document> documents) {
    List<String> lines = new ArrayList<>();
    for (Document document : documents) {
      for (String line : document.text().split("\\R")) {
        String tidy = line.strip().replaceAll("[\"“”]", "");
        if (tidy.codePoints().filter(Character::isLetter).count() >= SHORTEST_LINE) {
          lines.add(shortened(tidy));
        }
      }
    }
    return lines;
  }

  private static String shortened(String line) {
    if (line.length() <= LONGEST_LINE) {
      return line;
    }
    int end = Math.max(line.lastIndexOf(' ', LONGEST_LINE), LONGEST_LINE / 2);
    return line.substring(0, end);
  }

  private static String narration(String line) {
    boolean chinese =
        line.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    int most = chinese ? SPOKEN_SIGNS : SPOKEN_LETTERS;
    String said = line.length() <= most ? line : firstClause(line, most);
    return chinese ? " 旁白说：“" + said + "”" : " A narrator says: \"" + said + "\"";
  }

  private static String firstClause(String line, int most) {
    String start = line.substring(0, most);
    int end = -1;
    for (String mark : List.of(". ", ", ", "; ", ": ", " - ", "，", "。", "；", "：")) {
      end = Math.max(end, start.lastIndexOf(mark));
    }
    end = end > most / 3 ? end : start.lastIndexOf(' ');
    return end > 0 ? start.substring(0, end) : start;
  }
}
