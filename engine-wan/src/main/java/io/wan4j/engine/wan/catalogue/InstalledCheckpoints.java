package io.wan4j.engine.wan.catalogue;

import java.nio.file.Path;
import java.util.Optional;

/** Which checkpoints are on this machine. */
@FunctionalInterface
public interface InstalledCheckpoints {
  /** The folder with all files of the checkpoint; empty when it is not there, or not whole. */
  Optional<Path> folder(CheckpointCard card);
}
