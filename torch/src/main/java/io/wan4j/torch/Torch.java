package io.wan4j.torch;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The libtorch of this process. {@link #load()} finds, prepares and opens it once; environment
 * variables say how: {@code WAN4J_LIBTORCH} (folders of libtorch), {@code WAN4J_PYTHON} (whose
 * PyTorch to look for), {@code WAN4J_CACHE} (where natives of the class path are unpacked), {@code
 * WAN4J_TORCH_THREADS} (threads of one operation, default: all processors).
 */
public final class Torch {
  /** One instance per process, made when this holder is first touched, after loading succeeded. */
  private static final class Holder {
    static final Torch INSTANCE = new Torch();
  }

  private static final String HAS_MKL = "_ZN2at7Context6hasMKLEv";
  private static final String SET_THREADS = "_ZN2at15set_num_threadsEi";

  private final boolean mkl;

  private Torch() {
    checkVersion();
    for (DType type : DType.values()) {
      checkCode(type);
    }
    setThreads(LoadedLibrary.instance().threads());
    mkl = callBoolean(HAS_MKL);
  }

  /**
   * @throws TorchMissingException where this machine has no usable libtorch, with all places
   *     searched
   */
  public static Torch load() {
    LoadedLibrary.instance().libraries();
    return Holder.INSTANCE;
  }

  /** Such as {@code 2.10.0}. */
  public String version() {
    long abi = LibTorch.abi();
    return (abi >>> 56) + "." + ((abi >>> 48) & 0xFF) + "." + ((abi >>> 40) & 0xFF);
  }

  /** Where the library was found, and by which rule. */
  public String origin() {
    return LibTorch.libraries().folders().origin();
  }

  /** Seconds that finding, unpacking and opening took. */
  public double loadSeconds() {
    return LoadedLibrary.instance().nanos() * 1e-9;
  }

  /** The processor, and every graphics card that the driver counts. */
  public List<Device> devices() {
    List<Device> devices = new ArrayList<>(List.of(Device.CPU));
    if (LibTorch.libraries().has("torch_get_cuda_stream_from_pool")) {
      int counted = CudaRuntime.deviceCount().orElse(-1);
      for (int index = 0; counted < 0 ? answers(Device.cuda(index)) : index < counted; index++) {
        devices.add(Device.cuda(index));
      }
    }
    return devices;
  }

  /** The rougher question, where CUDA's own library cannot be asked: it sets the card up. */
  private static boolean answers(Device device) {
    try (Scope _ = Scope.open()) {
      return Tensor.zeros(DType.FLOAT32, device, 1).item() == 0;
    } catch (TorchException e) {
      return false; // no such card
    }
  }

  /** Why this libtorch's half for graphics cards is not in use, where it has one that failed. */
  public Optional<String> cudaRefusal() {
    return LibTorch.libraries().cudaRefusal();
  }

  /** The library of matrix products on the processor, as far as it says. */
  public String blas() {
    if (mkl) {
      return "MKL";
    }
    Optional<MethodHandle> core = LibTorch.libraries().bindIfPresent("openblas_get_corename", "J");
    if (core.isEmpty()) {
      return "inside libtorch";
    }
    try {
      long name = (long) core.get().invokeExact();
      return "OpenBLAS "
          + java.lang.foreign.MemorySegment.ofAddress(name).reinterpret(64).getString(0);
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  /** Whether libtorch was built with Intel's MKL, which has 16-bit products of its own. */
  public boolean hasMkl() {
    return mkl;
  }

  /** Whether the processor multiplies bf16 in hardware. */
  public boolean hasFastBf16() {
    return LoadedLibrary.instance().cpu().hasBf16();
  }

  public int threads() {
    return LibTorch.threads(CallStack.ofThread());
  }

  /** Threads of one operation; a setting of the whole process. */
  public void setThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads");
    }
    LibTorch.libraries()
        .bindIfPresent(SET_THREADS, "VI")
        .ifPresent(
            handle -> {
              try {
                handle.invokeExact(threads);
              } catch (Throwable e) {
                throw NativeFailure.of(e);
              }
            });
  }

  /** Calls every operator in use once; see {@link SelfTest}. */
  public void selfTest() {
    new SelfTest().run();
  }

  /** One paragraph for people. */
  public String report() {
    return "libtorch %s (%s), opened in %.2f s%ndevices %s, %d threads, BLAS %s, bf16 in hardware: %s"
            .formatted(
                version(),
                origin(),
                loadSeconds(),
                devices(),
                threads(),
                blas(),
                hasFastBf16() ? "yes" : "no")
        + cudaRefusal().map(reason -> "%nno graphics cards: %s".formatted(reason)).orElse("");
  }

  private void checkVersion() {
    long abi = LibTorch.abi();
    long major = abi >>> 56;
    long minor = (abi >>> 48) & 0xFF;
    if (major < 2 || (major == 2 && minor < 10)) {
      throw new TorchMissingException(
          origin() + " is libtorch " + version() + "; 2.10 or newer is needed");
    }
  }

  private static void checkCode(DType type) {
    String name =
        switch (type) {
          case FLOAT8_E4M3 -> "float8_e4m3fn";
          default -> type.name().toLowerCase(java.util.Locale.ROOT);
        };
    try {
      int code = (int) LibTorch.libraries().bind("aoti_torch_dtype_" + name, "I").invokeExact();
      if (code != type.code()) {
        throw new TorchMissingException(
            "libtorch numbers the element type " + name + " " + code + ", not " + type.code());
      }
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  private static boolean callBoolean(String symbol) {
    Optional<MethodHandle> handle = LibTorch.libraries().bindIfPresent(symbol, "Z");
    if (handle.isEmpty()) {
      return false;
    }
    try {
      return (boolean) handle.get().invokeExact();
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }
}
