package io.wan4j.engine.wan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.parity.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnigramTokenizerTest {
  private static final Path SPIECE = Fixtures.folder("tokenizer").resolve("spiece.model");
  private final ObjectMapper mapper = new ObjectMapper();
  @TempDir Path folder;

  /** The same model written as tokenizer.json gives the same ids. */
  @Test
  void bothFormatsAgree() throws IOException {
    UnigramTokenizer spiece = UnigramTokenizer.ofSentencePiece(SPIECE);
    UnigramTokenizer json = UnigramTokenizer.ofJson(asJson());
    for (JsonNode one :
        Fixtures.json(Fixtures.folder("tokenizer").resolve("cases.json")).get("cases")) {
      String text = one.get("cleaned").asText();
      assertThat(json.encode(text, 512)).as(text).isEqualTo(spiece.encode(text, 512));
    }
  }

  @Test
  void sentinelsAreMatchedLiterally() throws IOException {
    UnigramTokenizer tokenizer = UnigramTokenizer.ofJson(asJson());
    long[] ids = tokenizer.encode("A cat<extra_id_7>walks", 512);
    assertThat(ids).contains(9007);
    int at = Arrays.stream(ids).boxed().toList().indexOf(9007L);
    assertThat(Arrays.copyOf(ids, at)).isEqualTo(Arrays.copyOf(tokenizer.encode("A cat", 512), at));
  }

  @Test
  void cutsToTheLimitAndEnds() {
    UnigramTokenizer tokenizer = UnigramTokenizer.ofSentencePiece(SPIECE);
    long[] all = tokenizer.encode("rain falls on warm windows", 512);
    long[] few = tokenizer.encode("rain falls on warm windows", 4);
    assertThat(few).hasSize(4).endsWith(1);
    assertThat(Arrays.copyOf(few, 3)).isEqualTo(Arrays.copyOf(all, 3));
    assertThat(tokenizer.encode("", 512)).containsExactly(1);
  }

  @Test
  void refusesOtherFiles() throws IOException {
    Path broken = Files.write(folder.resolve("spiece.model"), new byte[] {10, 100, 1});
    assertThatThrownBy(() -> UnigramTokenizer.load(folder)).isInstanceOf(CheckpointException.class);
    Files.delete(broken);
    Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": {\"type\": \"BPE\"}}");
    assertThatThrownBy(() -> UnigramTokenizer.load(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("tokenizer.json");
  }

  private Path asJson() throws IOException {
    UnigramModel model = UnigramModel.readSentencePiece(SPIECE);
    ObjectNode root = mapper.createObjectNode();
    ObjectNode token = root.putArray("added_tokens").addObject();
    token.put("id", 9007).put("content", "<extra_id_7>");
    ObjectNode part =
        root.putObject("normalizer").put("type", "Sequence").putArray("normalizers").addObject();
    part.put("type", "Precompiled");
    part.put("precompiled_charsmap", Base64.getEncoder().encodeToString(characterMap()));
    ObjectNode json = root.putObject("model").put("type", "Unigram");
    json.put("unk_id", model.unknown());
    ArrayNode vocabulary = json.putArray("vocab");
    for (UnigramModel.Piece piece : model.pieces()) {
      vocabulary.addArray().add(piece.text()).add(piece.score());
    }
    return Files.writeString(folder.resolve("tokenizer.json"), mapper.writeValueAsString(root));
  }

  /** Field 2 of field 3 of the model file. */
  private static byte[] characterMap() throws IOException {
    ModelReader model = new ModelReader(Files.readAllBytes(SPIECE));
    for (int field = model.next(); field != 0; field = model.next()) {
      if (field == 3) {
        ModelReader normalizer = model.message();
        for (int inner = normalizer.next(); inner != 0; inner = normalizer.next()) {
          if (inner == 2) {
            return normalizer.bytes();
          }
          normalizer.skip();
        }
      } else {
        model.skip();
      }
    }
    throw new AssertionError("no character map");
  }
}
