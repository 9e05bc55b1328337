package io.wan4j.engine.wan.film;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.wan.fit.Placement;
import io.wan4j.engine.wan.plan.FilmPlan;
import io.wan4j.engine.wan.recipe.Recipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A name for a film that follows from everything its latents depend on: the words, the bytes of all
 * inputs, the plan, the checkpoint and the numbers in which it computes. Where inputs lie does not
 * matter, for they are fetched anew when a film is taken up again.
 */
final class FilmKey {
  private FilmKey() {}

  static String of(
      Brief brief, Givens givens, FilmPlan plan, Recipe recipe, Placement placement, Path at) {
    MessageDigest digest = sha256();
    text(digest, brief.material().getClass().getSimpleName());
    text(digest, brief.prompt());
    text(digest, brief.negativePrompt());
    text(digest, brief.size() + " " + brief.seed() + " " + brief.frameCount());
    text(digest, plan.toString());
    text(digest, recipe.toString());
    // The kind of device, not its number: another card of this machine may take the film up.
    text(digest, placement.type() + " " + placement.vaeType() + " " + placement.fp8());
    text(digest, placement.device().kind() + " " + at);
    text(digest, givens.guide().map(guide -> guide.getClass().getSimpleName()).orElse(""));
    for (Path file : givens.files()) {
      file(digest, file);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
  }

  private static void text(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static void file(MessageDigest digest, Path file) {
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new EngineException("cannot read " + file.getFileName(), e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
