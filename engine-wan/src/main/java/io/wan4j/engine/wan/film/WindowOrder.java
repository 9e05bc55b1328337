package io.wan4j.engine.wan.film;

import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.pipeline.Prompts;
import io.wan4j.media.PixelImage;
import java.util.List;
import java.util.Optional;

/**
 * What one run of the networks is to film.
 *
 * @param known frames it begins with, in the size of the run; none where nothing is known
 * @param look the picture that the first frame was made from, for encoders that want it whole
 * @param last picture that it ends on
 * @param speech what is said in the run, where that drives it; its look is then always there
 * @param guide a frame for every frame of the run, or none at all
 */
record WindowOrder(
    Prompts prompts,
    FilmSize size,
    long seed,
    List<PixelImage> known,
    Optional<PixelImage> look,
    Optional<PixelImage> last,
    List<GuideReader.GuideFrame> guide,
    List<PixelImage> references,
    Optional<Speech> speech) {
  WindowOrder {
    known = List.copyOf(known);
    guide = List.copyOf(guide);
    references = List.copyOf(references);
  }
}
