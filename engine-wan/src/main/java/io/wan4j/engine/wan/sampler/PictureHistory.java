package io.wan4j.engine.wan.sampler;

import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The pictures that the last steps predicted, newest first. */
final class PictureHistory implements AutoCloseable {
  private final int most;
  private final Deque<Tensor> pictures = new ArrayDeque<>();

  PictureHistory(int most) {
    this.most = most;
  }

  void add(Tensor picture) {
    try (Scope scope = Scope.open()) {
      pictures.addFirst(scope.release(picture.copy()));
    }
    if (pictures.size() > most) {
      pictures.removeLast().close();
    }
  }

  int size() {
    return pictures.size();
  }

  /** 0 is the newest. */
  Tensor get(int age) {
    List<Tensor> all = new ArrayList<>(pictures);
    return all.get(age);
  }

  @Override
  public void close() {
    pictures.forEach(Tensor::close);
    pictures.clear();
  }
}
