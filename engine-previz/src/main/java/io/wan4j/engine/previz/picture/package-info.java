/**
 * Films that begin with given material: pictures, clips and references.
 *
 * <p>{@link io.wan4j.engine.previz.picture.PictureFilms} is the door. A picture becomes a {@link
 * io.wan4j.engine.previz.picture.Plate}; a {@link io.wan4j.engine.previz.picture.MeshWarp} bends it
 * as a camera would see it, frame by frame.
 */
package io.wan4j.engine.previz.picture;
