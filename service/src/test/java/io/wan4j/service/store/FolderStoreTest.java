package io.wan4j.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTest {
  @TempDir Path folder;

  private FolderStore store;

  @BeforeEach
  void open() {
    store = new FolderStore(folder.resolve("store"));
  }

  private Path file(String content) throws Exception {
    return Files.writeString(Files.createTempFile(folder, "given", ""), content);
  }

  private String read(String key, long offset, long length) throws Exception {
    try (var in = store.open(key, offset, length)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void keepsWhatItIsGiven() throws Exception {
    store.put("films/ab/a.mp4", file("0123456789"));

    assertThat(store.size("films/ab/a.mp4")).hasValue(10);
    assertThat(read("films/ab/a.mp4", 0, 10)).isEqualTo("0123456789");
    assertThat(read("films/ab/a.mp4", 3, 4)).isEqualTo("3456");
    assertThat(read("films/ab/a.mp4", 8, 100)).isEqualTo("89");
  }

  @Test
  void deletesOnceAndThenHasNothing() throws Exception {
    store.put("films/a", file("x"));
    store.delete("films/a");
    store.delete("films/a");

    assertThat(store.size("films/a")).isEmpty();
    assertThatThrownBy(() -> store.open("films/a", 0, 1)).isInstanceOf(StoreException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/.hidden", "a\\b", "ä"})
  void anOddKeyIsNoPath(String key) throws Exception {
    Path given = file("x");
    assertThatThrownBy(() -> store.put(key, given)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> store.size(key)).isInstanceOf(StoreException.class);
  }
}
