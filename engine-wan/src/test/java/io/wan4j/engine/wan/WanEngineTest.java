package io.wan4j.engine.wan;

import io.wan4j.engine.EngineContract;
import io.wan4j.engine.VideoEngine;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.torch.DType;
import io.wan4j.torch.LibtorchRequired;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LibtorchRequired.class)
class WanEngineTest extends EngineContract {
  @TempDir static Path checkpoints;

  @TempDir Path work;

  @Override
  protected VideoEngine open() {
    List<Path> folders =
        Stream.of("tiny-t2v", "tiny-i2v", "tiny-flf2v")
            .map(kind -> TinyCheckpoint.of(kind, 1).write(checkpoints.resolve(kind)))
            .toList();
    return new WanEngine(
        WanSettings.in(work).withType(DType.FLOAT32),
        new FolderChoice(folders),
        Score.silent(),
        Clock.systemUTC());
  }
}
