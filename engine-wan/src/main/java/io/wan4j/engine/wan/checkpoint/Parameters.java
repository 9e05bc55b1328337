package io.wan4j.engine.wan.checkpoint;

import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Fp8;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The parameters of one network while it is built: gives each tensor in the wanted type and place,
 * notes which were used, and owns them all. Tensors already in the wanted type on the processor
 * stay in the mapped file.
 */
public final class Parameters implements AutoCloseable {
  private final TensorSource source;
  private final Precision precision;
  private final String prefix;
  private final Set<String> used;
  private final List<Tensor> owned;

  /**
   * In which type and place parameters are held.
   *
   * @param type of most parameters
   * @param wide which names stay 32-bit floats whatever the type
   * @param eightBits which linear layers have weights of eight bits
   * @param streamed whether blocks stay in their file and are brought one after another
   */
  public record Precision(
      DType type,
      Device device,
      Predicate<String> wide,
      Predicate<String> eightBits,
      boolean streamed) {
    public static Precision of(DType type, Device device) {
      return new Precision(type, device, name -> false, name -> false, false);
    }

    /** The same with eight bits for the weights of some linear layers. */
    public Precision withEightBits(Predicate<String> layers) {
      return new Precision(type, device, wide, layers, streamed);
    }

    /** The same with blocks that stay in their file. */
    public Precision withStreaming() {
      return new Precision(type, device, wide, eightBits, true);
    }

    DType typeOf(String name) {
      return wide.test(name) ? DType.FLOAT32 : type;
    }
  }

  public Parameters(TensorSource source, Precision precision) {
    this(source, precision, "", new TreeSet<>(), new ArrayList<>());
  }

  private Parameters(
      TensorSource source,
      Precision precision,
      String prefix,
      Set<String> used,
      List<Tensor> owned) {
    this.source = source;
    this.precision = precision;
    this.prefix = prefix;
    this.used = used;
    this.owned = owned;
  }

  /** The parameters below a name, such as {@code blocks.3}. */
  public Parameters at(String name) {
    return new Parameters(source, precision, prefix + name + ".", used, owned);
  }

  /** The same, but owned apart: closed for themselves, and not counted among those used. */
  public Parameters apart(String name) {
    return new Parameters(
        source, precision, prefix + name + ".", new TreeSet<>(), new ArrayList<>());
  }

  /** Whether blocks stay in their file and are brought one after another. */
  public boolean areStreamed() {
    return precision.streamed();
  }

  public boolean has(String name) {
    return source.names().contains(prefix + name);
  }

  /** The type of activations: what most parameters are held in. */
  public DType type() {
    return precision.type();
  }

  public Device device() {
    return precision.device();
  }

  /** A parameter of the expected shape; -1 accepts any extent. */
  public Tensor get(String name, long... shape) {
    String full = prefix + name;
    if (!source.names().contains(full)) {
      throw new CheckpointException(source + " lacks the tensor " + full);
    }
    long[] actual = source.shape(full);
    if (!fits(actual, shape)) {
      throw new CheckpointException(
          "%s: %s has the shape %s, not %s"
              .formatted(source, full, Arrays.toString(actual), Arrays.toString(shape)));
    }
    used.add(full);
    try (Scope scope = Scope.open()) {
      Tensor tensor =
          source.get(full).to(precision.typeOf(full)).to(precision.device()).contiguous();
      owned.add(scope.release(tensor));
      return tensor;
    }
  }

  /** A parameter that stays in its file, in the type in which it is stored. */
  public Tensor inFile(String name) {
    String full = prefix + name;
    used.add(full);
    try (Scope scope = Scope.open()) {
      Tensor tensor = source.get(full);
      owned.add(scope.release(tensor));
      return tensor;
    }
  }

  private static boolean fits(long[] actual, long[] wanted) {
    if (actual.length != wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i] != -1 && wanted[i] != actual[i]) {
        return false;
      }
    }
    return true;
  }

  /** A tensor computed while building, which lives as long as the parameters. */
  public Tensor own(Tensor tensor, Scope scope) {
    owned.add(scope.release(tensor));
    return tensor;
  }

  public Linear linear(String name, long in, long out) {
    if (precision.eightBits().test(prefix + name)) {
      return new Linear(rows(name + ".weight", out, in), get(name + ".bias", out), type());
    }
    return new Linear(get(name + ".weight", out, in), get(name + ".bias", out));
  }

  /** Brought to eight bits one matrix at a time: the wide form does not stay. */
  private Fp8.Rows rows(String name, long... shape) {
    try (Scope scope = Scope.open();
        Tensor wide = disowned(name, shape)) {
      Fp8.Rows rows = Fp8.quantize(wide.to(DType.BFLOAT16));
      owned.add(scope.release(rows.values()));
      owned.add(scope.release(rows.scales()));
      return rows;
    }
  }

  private Tensor disowned(String name, long... shape) {
    Tensor tensor = get(name, shape);
    owned.remove(tensor);
    return tensor;
  }

  /** What all of them take, those in mapped files included. */
  public long bytes() {
    return owned.stream().mapToLong(tensor -> tensor.count() * tensor.dtype().bytes()).sum();
  }

  public Linear linearWithoutBias(String name, long in, long out) {
    return new Linear(get(name + ".weight", out, in), null);
  }

  /** Refuses tensors that the network did not ask for, unless they are known to be needless. */
  public void requireAllUsed(Predicate<String> needless) {
    Set<String> unknown = new TreeSet<>(source.names());
    unknown.removeAll(used);
    unknown.removeIf(needless);
    if (!unknown.isEmpty()) {
      throw new CheckpointException(source + " holds tensors that are not known: " + unknown);
    }
  }

  @Override
  public void close() {
    owned.forEach(Tensor::close);
    owned.clear();
  }
}
