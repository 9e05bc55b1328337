/** What a recording says, as numbers that can drive a picture: wav2vec 2.0 and what it is given. */
package io.wan4j.engine.wan.audio;
