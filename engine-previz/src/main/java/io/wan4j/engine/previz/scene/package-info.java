/**
 * The film of words alone: a place, actors in it, a camera, weather; shot after shot. A storyboard
 * is cast, staged and framed once; then any frame can be painted by its number.
 */
package io.wan4j.engine.previz.scene;
