package io.wan4j.torch;

import java.util.Map;
import java.util.Optional;

/**
 * The one libtorch of this process: libraries can be opened only once and never closed, so the
 * attempt is made once and its result, good or bad, stays.
 */
final class LoadedLibrary {
  private static final LoadedLibrary INSTANCE = attempt(System.getenv());

  private final Optional<NativeLibraries> libraries;
  private final Optional<TorchMissingException> failure;
  private final CpuFeatures cpu;
  private final int threads;
  private final long nanos;

  private LoadedLibrary(
      Optional<NativeLibraries> libraries,
      Optional<TorchMissingException> failure,
      CpuFeatures cpu,
      int threads,
      long nanos) {
    this.libraries = libraries;
    this.failure = failure;
    this.cpu = cpu;
    this.threads = threads;
    this.nanos = nanos;
  }

  private static LoadedLibrary attempt(Map<String, String> environment) {
    long start = System.nanoTime();
    CpuFeatures cpu = CpuFeatures.read();
    int threads = threads(environment);
    try {
      LibraryFolders folders = new LibrarySearch(environment).find();
      CEnvironment.prepare(threads, cpu, environment);
      NativeLibraries opened = new NativeLibraries(folders);
      ProcessExit.passDestructorsBy();
      return new LoadedLibrary(
          Optional.of(opened), Optional.empty(), cpu, threads, System.nanoTime() - start);
    } catch (TorchMissingException e) {
      return new LoadedLibrary(Optional.empty(), Optional.of(e), cpu, threads, 0);
    }
  }

  private static int threads(Map<String, String> environment) {
    String named = environment.getOrDefault("WAN4J_TORCH_THREADS", "");
    return named.isBlank()
        ? Runtime.getRuntime().availableProcessors()
        : Integer.parseInt(named.strip());
  }

  static LoadedLibrary instance() {
    return INSTANCE;
  }

  /** The open libraries, or an exception that says what was searched. */
  NativeLibraries libraries() {
    return libraries.orElseThrow(
        () -> new TorchMissingException(failure.orElseThrow().getMessage(), failure.get()));
  }

  CpuFeatures cpu() {
    return cpu;
  }

  int threads() {
    return threads;
  }

  long nanos() {
    return nanos;
  }
}
