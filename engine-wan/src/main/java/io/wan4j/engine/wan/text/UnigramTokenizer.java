package io.wan4j.engine.wan.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SentencePiece's unigram tokenizer (arXiv 1808.06226): of all ways to cut a text into known pieces
 * the one with the greatest sum of scores (Viterbi). Neighbouring unknown characters become one
 * unknown piece.
 */
public final class UnigramTokenizer {
  /** An unknown character counts ten less than the worst piece (sentencepiece, kUnkPenalty). */
  private static final float UNKNOWN_PENALTY = 10;

  private static final int END = 1;
  private static final int SENTINELS = 300;

  private final UnigramModel model;
  private final Map<String, Integer> ids;
  private final Map<String, Integer> special = new HashMap<>();
  private final int longest;
  private final float unknownScore;

  private UnigramTokenizer(UnigramModel model, Map<String, Integer> sentinels) {
    this.model = model;
    this.ids = model.idOf();
    this.special.putAll(model.special());
    this.special.putAll(sentinels);
    this.longest = ids.keySet().stream().mapToInt(String::length).max().orElse(1);
    float worst = 0;
    for (UnigramModel.Piece piece : model.pieces()) {
      if (piece.usable()) {
        worst = Math.min(worst, piece.score());
      }
    }
    this.unknownScore = worst - UNKNOWN_PENALTY;
  }

  /** From a tokenizer folder: {@code spiece.model} if it is there, else {@code tokenizer.json}. */
  public static UnigramTokenizer load(Path folder) {
    Path sentencePiece = folder.resolve("spiece.model");
    return Files.exists(sentencePiece)
        ? ofSentencePiece(sentencePiece)
        : ofJson(folder.resolve("tokenizer.json"));
  }

  /** T5's sentinels are not in such a file; they follow its pieces, counted down. */
  public static UnigramTokenizer ofSentencePiece(Path file) {
    UnigramModel model = UnigramModel.readSentencePiece(file);
    return new UnigramTokenizer(model, sentinelsIn(model));
  }

  public static UnigramTokenizer ofJson(Path file) {
    return new UnigramTokenizer(UnigramModel.readJson(file), Map.of());
  }

  /** Sentinels that the file itself holds, as UMT5's does: control pieces matched literally. */
  private static Map<String, Integer> sentinelsIn(UnigramModel model) {
    Map<String, Integer> found = new HashMap<>();
    for (int id = 0; id < model.pieces().size(); id++) {
      String text = model.pieces().get(id).text();
      for (int i = 0; i < SENTINELS && text.startsWith("<extra_id_"); i++) {
        if (text.equals("<extra_id_" + i + ">")) {
          found.put(text, id);
        }
      }
    }
    return found;
  }

  /** Ids of a cleaned text, the end token included, at most {@code most} of them. */
  public long[] encode(String text, int most) {
    List<Integer> found = new ArrayList<>();
    int at = 0;
    if (!special.isEmpty()) {
      Matcher matcher = literal().matcher(text);
      while (matcher.find()) {
        cut(model.normalize(text.substring(at, matcher.start())), found);
        found.add(special.get(matcher.group()));
        at = matcher.end();
      }
    }
    cut(model.normalize(text.substring(at)), found);
    List<Integer> kept = found.subList(0, Math.min(found.size(), most - 1));
    long[] result = new long[kept.size() + 1];
    for (int i = 0; i < kept.size(); i++) {
      result[i] = kept.get(i);
    }
    result[kept.size()] = END;
    return result;
  }

  private Pattern literal() {
    return Pattern.compile(
        special.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
  }

  /** How the best cut that ends at a place comes there. */
  private record Step(int from, int id, float score) {}

  private void cut(String text, List<Integer> found) {
    Step[] best = new Step[text.length() + 1];
    best[0] = new Step(0, 0, 0);
    for (int from = 0; from < text.length(); from++) {
      if (best[from] == null) {
        continue; // inside a surrogate pair
      }
      int character = from + Character.charCount(text.codePointAt(from));
      boolean single = false;
      for (int to = character; to <= Math.min(text.length(), from + longest); to++) {
        Integer id = ids.get(text.substring(from, to));
        if (id != null) {
          single |= to == character;
          improve(best, from, to, id, score(id, to - from));
        }
      }
      if (!single) {
        improve(best, from, character, model.unknown(), unknownScore);
      }
    }
    List<Step> steps = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int at = text.length(); at > 0; at = best[at].from()) {
      steps.addFirst(best[at]);
      ends.addFirst(at);
    }
    for (int i = 0; i < steps.size(); i++) {
      int id = steps.get(i).id();
      boolean unknown = id == model.unknown();
      if (unknown && model.byteFallback()) {
        addBytes(text.substring(steps.get(i).from(), ends.get(i)), found);
      } else if (!unknown || i == 0 || steps.get(i - 1).id() != id) {
        found.add(id);
      }
    }
  }

  /** A user's own piece beats every cut of it (sentencepiece, unigram_model.cc). */
  private float score(int id, int length) {
    UnigramModel.Piece piece = model.pieces().get(id);
    return piece.userDefined() ? length * 0.1f : piece.score();
  }

  private static void improve(Step[] best, int from, int to, int id, float score) {
    float sum = best[from].score() + score;
    if (best[to] == null || sum > best[to].score()) {
      best[to] = new Step(from, id, sum);
    }
  }

  private void addBytes(String text, List<Integer> found) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      String name = "<0x%02X>".formatted(b);
      for (int id = 0; id < model.pieces().size(); id++) {
        if (model.pieces().get(id).text().equals(name)) {
          found.add(id);
        }
      }
    }
  }
}
