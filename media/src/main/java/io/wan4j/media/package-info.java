/**
 * Pictures, clips, sound and films on disk, read and written by FFmpeg inside this process.
 *
 * <p>Reading starts at {@link io.wan4j.media.MediaProbe}: it tells what a file holds by its content
 * and refuses what is damaged, foreign or too large. {@link io.wan4j.media.PictureReader}, {@link
 * io.wan4j.media.ClipReader} and {@link io.wan4j.media.SoundReader} decode; {@link
 * io.wan4j.media.FilmWriter} makes the MP4. Whatever goes wrong is a {@link
 * io.wan4j.media.MediaException}.
 */
package io.wan4j.media;
