package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class OpTest {
  private static final Op SUM =
      Op.of(
          "aten::sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *,"
              + " ScalarType? dtype=None) -> Tensor");
  private final Scope scope = Scope.open();

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  void readsSchemas() {
    Schema schema =
        Schema.parse(
            "aten::conv3d.padding(Tensor(a!) input, Tensor? bias=None, SymInt[3] stride=1,"
                + " float eps=1e-05, str mode='zeros', int[] dim=[], *, bool flag=True)"
                + " -> (Tensor Q, Tensor(a)[])");
    assertThat(schema.name()).isEqualTo("aten::conv3d");
    assertThat(schema.overload()).isEqualTo("padding");
    assertThat(schema.aliases()).isTrue();
    assertThat(schema.results()).containsExactly(Schema.Kind.TENSOR, Schema.Kind.TENSOR_LIST);
    assertThat(schema.parameters())
        .extracting(Schema.Parameter::name)
        .containsExactly("input", "bias", "stride", "eps", "mode", "dim", "flag");
    assertThat(schema.parameters().get(1).given()).isEqualTo(Schema.Parameter.NONE);
    assertThat(schema.parameters().get(1).optional()).isTrue();
    assertThat((long[]) schema.parameters().get(2).given()).containsExactly(1, 1, 1);
    assertThat(schema.parameters().get(3).given()).isEqualTo(1e-5);
    assertThat(schema.parameters().get(4).given()).isEqualTo("zeros");
    assertThat((long[]) schema.parameters().get(5).given()).isEmpty();
    assertThat(schema.parameters().get(6).given()).isEqualTo(true);
  }

  @Test
  void fillsInDefaultsAndOptionals() {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
    assertThat(SUM.call(x, new long[] {0}).toFloats()).containsExactly(4, 6);
    assertThat(SUM.call(x, (Object) null).item()).isEqualTo(10);
    Tensor wide = SUM.call(x, new long[] {1}, true, DType.FLOAT64);
    assertThat(wide.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(wide.shape()).containsExactly(2, 1);
  }

  @Test
  void passesListsOfTensorsWithGaps() {
    Op index = Op.of("aten::index.Tensor(Tensor self, Tensor?[] indices) -> Tensor");
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
    Tensor column = Tensor.of(new long[] {1}, 1);
    assertThat(index.call(x, new Tensor[] {null, column}).toFloats()).containsExactly(2, 4);
  }

  @Test
  void passesStringsAndReturnsSeveral() {
    Op einsum =
        Op.of("aten::einsum(str equation, Tensor[] tensors, *, int[]? path=None) -> Tensor");
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
    assertThat(einsum.call("ij->ji", new Tensor[] {x}).toFloats()).containsExactly(1, 3, 2, 4);
    Op max =
        Op.of(
            "aten::max.dim(Tensor self, int dim, bool keepdim=False)"
                + " -> (Tensor values, Tensor indices)");
    List<Tensor> results = max.callMany(x, 1);
    assertThat(results.get(0).toFloats()).containsExactly(2, 4);
    assertThat(results.get(1).toLongs()).containsExactly(1, 1);
  }

  @Test
  void failuresSpeakInLibtorchsWords() {
    Tensor x = Tensor.of(new float[6], 2, 3);
    assertThatThrownBy(() -> x.matmul(x))
        .isInstanceOf(TorchException.class)
        .hasMessageStartingWith("aten::matmul")
        .hasMessageContaining("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)");
    assertThatThrownBy(() -> x.reshape(7))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("shape '[7]' is invalid for input of size 6");
    Op unknown = Op.of("aten::no_such_operator(Tensor self) -> Tensor");
    assertThatThrownBy(() -> unknown.call(x))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("aten::no_such_operator");
    assertThatThrownBy(() -> Tensor.empty(DType.FLOAT32, Device.CPU, 1L << 45))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("allocate");
    assertThat(x.matmul(x.transpose(0, 1)).shape()).as("and life goes on").containsExactly(2, 2);
  }

  @Test
  void refusesWrongArgumentsBeforeTheCall() {
    Tensor x = Tensor.scalar(1);
    assertThatThrownBy(SUM::call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("self");
    assertThatThrownBy(() -> SUM.call(x, "zero"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("argument dim is a String");
    assertThatThrownBy(() -> SUM.call(x, null, false, null, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SUM.call(null, new long[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesScalars() {
    assertThatThrownBy(
            () -> Op.of("aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Scalar");
    Op std =
        Op.of(
            "aten::std.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None,"
                + " bool keepdim=False) -> Tensor");
    assertThat(std.call(Tensor.of(new float[] {1, 3}, 2)).item()).isEqualTo((float) Math.sqrt(2));
  }
}
