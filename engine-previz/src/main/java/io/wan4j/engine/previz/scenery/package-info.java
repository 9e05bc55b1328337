/**
 * Places. A painter each for sky, clouds, hills, ground, trees, buildings, water and rooms; a set
 * puts them together. Colours come from two data files: the light of the hour (<code>light/</code>)
 * and the materials of the place (<code>material/</code>).
 */
package io.wan4j.engine.previz.scenery;
