/** What the encoders of pictures (CLIP) and of recordings (wav2vec 2.0) have in common. */
package io.wan4j.engine.wan.encoder;
