package io.wan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a run leaves its evidence: {@code task-id.txt}, {@code request.json}, {@code polls.jsonl}
 * (every poll reply, a line each) and {@code result.json} (the final reply).
 */
final class OutputFolder {
  private final Path folder;

  OutputFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve("polls.jsonl"));
      Files.deleteIfExists(folder.resolve("result.json"));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  void request(JsonNode body) {
    write("request.json", body.toPrettyString() + "\n");
  }

  void taskId(String id) {
    write("task-id.txt", id + "\n");
  }

  void poll(JsonNode reply) {
    write("polls.jsonl", reply + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void result(JsonNode reply) {
    write("result.json", reply.toPrettyString() + "\n");
  }

  private void write(String name, String text, StandardOpenOption... options) {
    try {
      Files.writeString(folder.resolve(name), text, options);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private CommandException unwritable(IOException e) {
    return new CommandException(
        ExitCode.CANNOT_CREATE, "cannot write into " + folder + ": " + e.getMessage(), e);
  }
}
