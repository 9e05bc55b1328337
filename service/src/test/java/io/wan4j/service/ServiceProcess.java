package io.wan4j.service;

import io.wan4j.service.key.Caller;
import io.wan4j.service.work.WorkSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A service in a process of its own, which accepts some tasks and then works until it is killed.
 */
public final class ServiceProcess implements AutoCloseable {
  static final Caller CALLER = new Caller("ann", "key-ann");

  private final Process process;
  private final BufferedReader output;

  private ServiceProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a process that accepts so many tasks. */
  static ServiceProcess start(Path data, String databaseUrl, int tasks) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ServiceProcess.class.getName());
    command.addAll(List.of(data.toString(), databaseUrl, String.valueOf(tasks)));
    return new ServiceProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  static ServiceSettings settings(Path data, String databaseUrl) {
    return ServiceSettings.in(data)
        .withDatabaseUrl(databaseUrl)
        .withWork(
            new WorkSettings(
                2, Duration.ofMillis(200), Duration.ofMillis(50), Duration.ofMinutes(1), 5));
  }

  /** Waits until it says that it accepted a task, and returns the id; empty lines are passed by. */
  String accepted() throws IOException {
    while (true) {
      String line = output.readLine();
      if (line == null) {
        throw new IllegalStateException("the process ended before it had accepted a task");
      }
      if (line.startsWith("accepted ")) {
        return line.substring("accepted ".length());
      }
    }
  }

  /** SIGKILL: no shutdown hook, no finally. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
    try {
      output.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process itself: data folder, database URL, number of tasks to accept. */
  public static void main(String[] args) throws InterruptedException {
    VideoService service =
        VideoService.open(
            settings(Path.of(args[0]), args[1]), new GradientEngine(400), Clock.systemUTC());
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      String id = service.tasks().submit(CALLER, Requests.silent("film " + i), "request-" + i).id();
      System.out.println("accepted " + id);
    }
    Thread.currentThread().join();
  }
}
