package io.wan4j.engine.wan.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tokenizer file says: pieces with their scores, and how a text is normalised before it is
 * cut.
 *
 * @param pieces ordinary pieces with scores, in the order of their ids; others have no score
 * @param unknown id of the piece for everything else
 * @param characters replaces characters
 * @param dummyPrefix whether a space is put before the text
 * @param removeExtraSpaces whether runs of spaces become one, and those at the ends none
 * @param byteFallback whether unknown characters become byte pieces
 * @param special pieces that are matched literally before the text is cut, with their ids
 */
record UnigramModel(
    List<Piece> pieces,
    int unknown,
    CharacterMap characters,
    boolean dummyPrefix,
    boolean removeExtraSpaces,
    boolean byteFallback,
    Map<String, Integer> special) {
  private static final String SPACE = "▁";

  /**
   * One piece.
   *
   * @param usable whether text may be cut into it; control and unknown pieces may not
   * @param userDefined whether it is always taken whole
   */
  record Piece(String text, float score, boolean usable, boolean userDefined) {}

  /** Field numbers of sentencepiece_model.proto. */
  private static final class Field {
    static final int PIECES = 1;
    static final int TRAINER = 2;
    static final int NORMALIZER = 3;
    static final int PIECE_TEXT = 1;
    static final int PIECE_SCORE = 2;
    static final int PIECE_TYPE = 3;
    static final int MODEL_TYPE = 3;
    static final int BYTE_FALLBACK = 35;
    static final int CHARACTER_MAP = 2;
    static final int DUMMY_PREFIX = 3;
    static final int REMOVE_EXTRA = 4;

    private Field() {}
  }

  private static final int TYPE_NORMAL = 1;
  private static final int TYPE_UNKNOWN = 2;
  private static final int TYPE_USER_DEFINED = 4;
  private static final int MODEL_UNIGRAM = 1;

  /** SentencePiece's own format, {@code spiece.model}. */
  static UnigramModel readSentencePiece(Path file) {
    try {
      return new SentencePieceFile(file).read();
    } catch (IOException e) {
      throw new CheckpointException("cannot read " + file + ": " + e, e);
    } catch (java.nio.BufferUnderflowException e) {
      throw new CheckpointException(file + " is cut off", e);
    }
  }

  private static final class SentencePieceFile {
    private final Path file;
    private final List<Piece> pieces = new ArrayList<>();
    private int unknown = -1;
    private CharacterMap characters = CharacterMap.identity();
    private boolean dummyPrefix = true;
    private boolean removeExtra = true;
    private boolean byteFallback;

    SentencePieceFile(Path file) {
      this.file = file;
    }

    UnigramModel read() throws IOException {
      ModelReader model = new ModelReader(Files.readAllBytes(file));
      for (int field = model.next(); field != 0; field = model.next()) {
        switch (field) {
          case Field.PIECES -> piece(model.message());
          case Field.TRAINER -> trainer(model.message());
          case Field.NORMALIZER -> normalizer(model.message());
          default -> model.skip();
        }
      }
      if (unknown < 0) {
        throw new CheckpointException(file + " names no unknown piece");
      }
      return new UnigramModel(
          pieces, unknown, characters, dummyPrefix, removeExtra, byteFallback, Map.of());
    }

    private void piece(ModelReader message) {
      String text = "";
      float score = 0;
      int type = TYPE_NORMAL;
      for (int field = message.next(); field != 0; field = message.next()) {
        switch (field) {
          case Field.PIECE_TEXT -> text = new String(message.bytes(), StandardCharsets.UTF_8);
          case Field.PIECE_SCORE -> score = message.floatNumber();
          case Field.PIECE_TYPE -> type = (int) message.number();
          default -> message.skip();
        }
      }
      if (type == TYPE_UNKNOWN) {
        unknown = pieces.size();
      }
      boolean user = type == TYPE_USER_DEFINED;
      pieces.add(new Piece(text, score, type == TYPE_NORMAL || user, user));
    }

    private void trainer(ModelReader message) {
      for (int field = message.next(); field != 0; field = message.next()) {
        switch (field) {
          case Field.MODEL_TYPE -> {
            long type = message.number();
            if (type != MODEL_UNIGRAM) {
              throw new CheckpointException(file + " is not a unigram model but type " + type);
            }
          }
          case Field.BYTE_FALLBACK -> byteFallback = message.flag();
          default -> message.skip();
        }
      }
    }

    private void normalizer(ModelReader message) {
      for (int field = message.next(); field != 0; field = message.next()) {
        switch (field) {
          case Field.CHARACTER_MAP -> characters = CharacterMap.parse(message.bytes());
          case Field.DUMMY_PREFIX -> dummyPrefix = message.flag();
          case Field.REMOVE_EXTRA -> removeExtra = message.flag();
          default -> message.skip();
        }
      }
    }
  }

  /** The format of the tokenizers library, {@code tokenizer.json}. */
  static UnigramModel readJson(Path file) {
    try {
      return json(file, new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new CheckpointException("cannot read " + file + ": " + e, e);
    }
  }

  private static UnigramModel json(Path file, JsonNode root) {
    JsonNode model = root.path("model");
    if (!model.path("type").asText("Unigram").equals("Unigram") || !model.has("vocab")) {
      throw new CheckpointException(file + " holds no unigram model");
    }
    Map<String, Integer> special = new LinkedHashMap<>();
    for (JsonNode token : root.path("added_tokens")) {
      special.put(token.path("content").asText(), token.path("id").intValue());
    }
    int unknown = model.path("unk_id").intValue();
    List<Piece> pieces = new ArrayList<>();
    for (JsonNode entry : model.path("vocab")) {
      String text = entry.get(0).asText();
      boolean usable = pieces.size() != unknown && !special.containsKey(text);
      pieces.add(new Piece(text, entry.get(1).floatValue(), usable, false));
    }
    JsonNode normalizer = root.path("normalizer");
    return new UnigramModel(
        pieces,
        unknown,
        CharacterMap.parse(Base64.getDecoder().decode(characterMap(normalizer))),
        true,
        true,
        model.path("byte_fallback").asBoolean(false),
        special);
  }

  /** The one of type Precompiled, alone or in a sequence; empty when there is none. */
  private static String characterMap(JsonNode normalizer) {
    if (normalizer.path("type").asText().equals("Precompiled")) {
      return normalizer.path("precompiled_charsmap").asText();
    }
    for (JsonNode part : normalizer.path("normalizers")) {
      String found = characterMap(part);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  /** A text as it is cut: characters replaced, spaces visible. */
  String normalize(String text) {
    String replaced = characters.apply(text);
    if (removeExtraSpaces) {
      replaced = replaced.replaceAll(" +", " ").replaceAll("^ | $", "");
    }
    if (replaced.isEmpty()) {
      return "";
    }
    return (dummyPrefix ? SPACE : "") + replaced.replace(" ", SPACE);
  }

  /** Ids of the pieces that text may be cut into. */
  Map<String, Integer> idOf() {
    Map<String, Integer> ids = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).usable()) {
        ids.putIfAbsent(pieces.get(i).text(), i);
      }
    }
    return ids;
  }
}
