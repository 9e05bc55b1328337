/**
 * The manner of a film's pictures: brush, ink, clay, film stock, light. Each works on a finished
 * picture, is a pure function of it and of the frame's number, and keeps nothing between frames.
 */
package io.wan4j.engine.previz.look;
