package io.wan4j.engine.wan.film;

import io.wan4j.media.PixelImage;

/**
 * A frame as the networks filmed it.
 *
 * @param opens whether it is the first of a shot
 */
record FilmedFrame(PixelImage picture, boolean opens) {}
