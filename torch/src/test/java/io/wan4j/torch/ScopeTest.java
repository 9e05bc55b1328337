package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class ScopeTest {
  @Test
  void freesWhatWasMadeInIt() {
    Tensor inner;
    Tensor kept;
    Tensor released;
    try (Scope outside = Scope.open()) {
      try (Scope inside = Scope.open()) {
        inner = Tensor.scalar(1);
        kept = inside.keep(inner.plus(1));
        released = inside.release(inner.plus(2));
        assertThat(inside.size()).isGreaterThanOrEqualTo(1);
      }
      assertThat(inner.isOpen()).isFalse();
      assertThat(kept.item()).isEqualTo(2);
      assertThat(outside.size()).isEqualTo(1);
    }
    assertThat(kept.isOpen()).isFalse();
    assertThat(released.isOpen()).isTrue();
    released.close();
    released.close();
  }

  @Test
  void useAfterCloseIsAnException() {
    Tensor closed;
    try (Scope _ = Scope.open()) {
      closed = Tensor.scalar(1);
    }
    assertThat(closed.toString()).isEqualTo("Tensor (closed)");
    assertThatThrownBy(closed::shape).isInstanceOf(IllegalStateException.class);
    try (Scope _ = Scope.open()) {
      Tensor open = Tensor.scalar(1);
      assertThatThrownBy(() -> open.times(closed)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> open.plus(closed)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> Functions.cat(0, open, closed))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void tensorsNeedAnOwner() {
    assertThatThrownBy(() -> Tensor.scalar(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no Scope is open");
    Tensor released;
    try (Scope scope = Scope.open()) {
      released = scope.release(Tensor.scalar(1));
    }
    try (released) {
      assertThatThrownBy(() -> released.times(released)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void closesFromTheInsideOut() {
    Scope outside = Scope.open();
    Scope inside = Scope.open();
    assertThatThrownBy(outside::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside out");
    inside.close();
    inside.close();
    assertThatThrownBy(() -> inside.keep(Tensor.scalar(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    outside.close();
  }

  @Test
  void staysWithItsThread() {
    try (Scope scope = Scope.open()) {
      Tensor mine = Tensor.scalar(1);
      assertThatThrownBy(() -> CompletableFuture.runAsync(scope::close).join())
          .isInstanceOf(CompletionException.class)
          .hasRootCauseInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> CompletableFuture.runAsync(() -> scope.release(mine)).join())
          .hasRootCauseInstanceOf(IllegalStateException.class);
      assertThat(CompletableFuture.supplyAsync(mine::item).join()).isEqualTo(1);
    }
  }

  @Test
  void keepNeedsAScopeOutside() {
    try (Scope scope = Scope.open()) {
      Tensor tensor = Tensor.scalar(1);
      assertThatThrownBy(() -> scope.keep(tensor))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("release()");
      try (Scope other = Scope.open()) {
        assertThatThrownBy(() -> other.release(tensor)).isInstanceOf(IllegalStateException.class);
        assertThat(other.keep(tensor)).as("of an outer scope: stays there").isSameAs(tensor);
      }
      assertThat(tensor.item()).isEqualTo(1);
    }
  }

  @Test
  void adoptsFromScopesInside() {
    try (Scope outside = Scope.open()) {
      Tensor adopted;
      try (Scope _ = Scope.open()) {
        adopted = outside.adopt(Tensor.scalar(3));
      }
      assertThat(adopted.item()).isEqualTo(3);
      assertThat(outside.adopt(adopted)).isSameAs(adopted);
      assertThat(outside.size()).isEqualTo(1);
    }
  }

  @Test
  void anExceptionFreesToo() {
    Tensor[] made = new Tensor[1];
    try (Scope _ = Scope.open()) {
      assertThatThrownBy(
              () ->
                  Scope.keeping(
                      () -> {
                        made[0] = Tensor.scalar(1);
                        return made[0].reshape(2);
                      }))
          .isInstanceOf(TorchException.class);
      assertThat(made[0].isOpen()).isFalse();
    }
  }

  @Test
  void adoptsAndKeepsOnlyWhileItIsOpenInItsThread() {
    Scope closed = Scope.open();
    closed.close();
    try (Scope scope = Scope.open()) {
      Tensor tensor = Tensor.scalar(1);
      for (Consumer<Scope> misuse :
          List.<Consumer<Scope>>of(
              s -> s.adopt(tensor), s -> s.keep(tensor), s -> s.release(tensor))) {
        assertThatThrownBy(() -> misuse.accept(closed))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("the scope is closed");
        assertThatThrownBy(() -> CompletableFuture.runAsync(() -> misuse.accept(scope)).join())
            .hasRootCauseInstanceOf(IllegalStateException.class)
            .hasMessageContaining("by the thread that opened it");
      }
      assertThat(scope.size()).as("nothing was lost").isEqualTo(1);
    }
  }

  @Test
  void closedTensorsAreNotKept() {
    try (Scope _ = Scope.open();
        Scope inside = Scope.open()) {
      Tensor foreign;
      try (Scope _ = Scope.open()) {
        foreign = Tensor.scalar(1);
      }
      assertThatThrownBy(() -> inside.keep(foreign)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> inside.release(foreign)).isInstanceOf(IllegalStateException.class);
    }
  }
}
