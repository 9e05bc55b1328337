package io.wan4j.engine.previz.scene;

/**
 * Somebody on the way, as seen in a picture. Measures are shares of the picture's sides.
 *
 * @param x its middle, 0 at the left
 * @param y its foot, 0 at the top
 * @param length from head to tail, of the width
 * @param facing 1 to the right, -1 to the left
 */
public record Mover(double x, double y, double length, int facing) {}
