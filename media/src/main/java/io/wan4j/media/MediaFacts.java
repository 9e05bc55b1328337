package io.wan4j.media;

/** What a media file holds, as {@link MediaProbe} found it. */
public sealed interface MediaFacts permits PictureFacts, ClipFacts, SoundFacts {
  /** Length of the file in bytes. */
  long bytes();
}
