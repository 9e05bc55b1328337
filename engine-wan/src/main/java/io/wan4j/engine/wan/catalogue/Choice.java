package io.wan4j.engine.wan.catalogue;

import io.wan4j.engine.wan.fit.FitPlanner.Candidate;
import io.wan4j.engine.wan.fit.MemoryEstimate;
import io.wan4j.engine.wan.fit.Operations;
import io.wan4j.engine.wan.fit.Placement;
import io.wan4j.engine.wan.pipeline.FilmSize;
import java.nio.file.Path;
import java.util.List;

/** What a film is made with, or why it cannot be made here. */
public sealed interface Choice {
  /**
   * The best checkpoint that is installed and fits.
   *
   * @param folder with {@code model_index.json}
   * @param size in which one run works; at most the window, of which a longer film takes several
   * @param operations of one run
   */
  record Chosen(
      CheckpointCard card, Path folder, FilmSize size, Candidate fit, Operations operations)
      implements Choice {
    public Placement placement() {
      return fit.placement();
    }

    public MemoryEstimate memory() {
      return fit.estimate();
    }

    public Sampling sampling() {
      return card.sampling();
    }
  }

  /**
   * Nothing will do.
   *
   * @param reasons one line for each checkpoint that was considered, with its numbers
   */
  record Refused(String summary, List<String> reasons) implements Choice {
    public Refused {
      reasons = List.copyOf(reasons);
    }

    /** All in one text. */
    public String message() {
      return reasons.isEmpty() ? summary : summary + ": " + String.join("; ", reasons);
    }
  }
}
