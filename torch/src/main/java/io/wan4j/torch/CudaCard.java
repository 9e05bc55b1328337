package io.wan4j.torch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One NVIDIA card with our own kernels on it: {@code rows.cu}, compiled for the card when first
 * used, launched on the stream that libtorch uses in the calling thread.
 */
final class CudaCard {
  private static final String SOURCE = "rows.cu";
  private static final Map<Integer, Optional<CudaCard>> CARDS = new ConcurrentHashMap<>();

  private final int device;
  private final CudaDriver driver;
  private final Nvrtc compiler;
  private final long context;
  private final int capability;
  private final MethodHandle currentStream;
  private final Map<Variant, Long> modules = new ConcurrentHashMap<>();
  private final Map<String, Long> functions = new ConcurrentHashMap<>();

  /** How the source is compiled: vectors a thread holds, and whether numbers are float16. */
  private record Variant(int vectors, boolean half) {}

  private CudaCard(int device, CudaDriver driver, Nvrtc compiler) {
    this.device = device;
    this.driver = driver;
    this.compiler = compiler;
    this.context = driver.context(device);
    this.capability = driver.capability(device);
    this.currentStream = LibTorch.libraries().bind("aoti_torch_get_current_cuda_stream", "IIJ");
  }

  /** The card, if it can run our kernels: driver and compiler are there. */
  static Optional<CudaCard> of(Device device) {
    return device.isCpu()
        ? Optional.empty()
        : CARDS.computeIfAbsent(device.index(), CudaCard::open);
  }

  private static Optional<CudaCard> open(int device) {
    return CudaDriver.find()
        .flatMap(
            driver ->
                Nvrtc.find(LibTorch.libraries().folders())
                    .map(compiler -> new CudaCard(device, driver, compiler)));
  }

  /** Compute capability: 90 for 9.0. */
  int capability() {
    return capability;
  }

  /** Free and total bytes. */
  long[] memory() {
    return driver.memory(context);
  }

  void synchronize() {
    driver.synchronize(context, stream());
  }

  /**
   * @param vectors of eight numbers that each thread holds
   * @param blocks and {@code rows} the grid
   */
  void launch(
      String kernel,
      int vectors,
      boolean half,
      long blocks,
      long rows,
      int threads,
      long... arguments) {
    long function =
        functions.computeIfAbsent(
            kernel + ' ' + vectors + ' ' + half,
            _ -> driver.function(module(new Variant(vectors, half)), kernel));
    driver.launch(context, function, blocks, rows, threads, stream(), arguments);
  }

  private long module(Variant variant) {
    return modules.computeIfAbsent(
        variant,
        wanted ->
            driver.load(
                context,
                compiler.compile(
                    source(),
                    SOURCE,
                    List.of(
                        "--gpu-architecture=sm_" + capability,
                        "-DPER=" + wanted.vectors(),
                        "-DHALF=" + (wanted.half() ? 1 : 0)))));
  }

  private static String source() {
    try (InputStream stream = CudaCard.class.getResourceAsStream(SOURCE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long stream() {
    CallStack stack = CallStack.ofThread();
    try {
      int rc = (int) currentStream.invokeExact(device, stack.result());
      if (rc != 0) {
        throw new TorchException("no current stream of cuda:" + device);
      }
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return stack.resultValue();
  }
}
