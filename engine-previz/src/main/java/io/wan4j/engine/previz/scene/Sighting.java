package io.wan4j.engine.previz.scene;

/**
 * What is seen of an actor in one frame.
 *
 * @param name the noun of the storyboard; further ones of a herd have a number after it
 * @param inside share of its silhouette that lies within the frame, 0 to 1
 * @param shown share of the silhouette within the frame that nothing hides: pixels that look
 *     different when it is left out, 0 to 1
 * @param area share of the frame that is so shown, 0 to 1
 * @param head whether the middle of its head lies within the frame
 */
public record Sighting(String name, double inside, double shown, double area, boolean head) {}
