package io.wan4j.engine.wan.fit;

import io.wan4j.torch.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The main memory that this process may still take: what Linux calls available (proc(5),
 * /proc/meminfo), or less where a control group limits it (cgroup v2, memory.max).
 */
public final class HostMemory {
  private static final long KIBIBYTE = 1024;

  private final Path root;

  /**
   * @param root of the file system, {@code /} but in tests
   */
  public HostMemory(Path root) {
    this.root = root;
  }

  public DeviceMemory now() {
    Path meminfo = root.resolve("proc/meminfo");
    if (!Files.exists(meminfo)) {
      return ofTheSystem();
    }
    long total = field(meminfo, "MemTotal:");
    long free = field(meminfo, "MemAvailable:");
    Path group = root.resolve("sys/fs/cgroup");
    OptionalLong limit = number(group.resolve("memory.max"));
    if (limit.isPresent() && limit.getAsLong() < total) {
      long used = number(group.resolve("memory.current")).orElse(0);
      total = limit.getAsLong();
      free = Math.min(free, Math.max(0, total - used));
    }
    return new DeviceMemory(Device.CPU, free, total);
  }

  /**
   * Bytes that this process holds outside of Java's heap and of mapped files (proc(5),
   * /proc/self/status); 0 where the system does not tell.
   */
  public long own() {
    Path status = root.resolve("proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Math.max(0, field(status, "RssAnon:") - Runtime.getRuntime().totalMemory());
  }

  private static DeviceMemory ofTheSystem() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new DeviceMemory(Device.CPU, system.getFreeMemorySize(), system.getTotalMemorySize());
  }

  private static long field(Path file, String name) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * KIBIBYTE)
          .findFirst()
          .orElseThrow(() -> new IOException("no line " + name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Empty where the file is not there or says "max". */
  private static OptionalLong number(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.chars().allMatch(Character::isDigit) && !text.isEmpty()
          ? OptionalLong.of(Long.parseLong(text))
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty(); // no control groups of version 2 here
    }
  }
}
