/**
 * Actors: rigs of a few joints that draw themselves in any pose, always facing right, their feet at
 * the brush's origin. What an actor looks like is data (<code>species/</code>, wardrobes); how it
 * moves is the rig's.
 */
package io.wan4j.engine.previz.actor;
