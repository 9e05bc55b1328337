/**
 * Checkpoints that do not lie as the hub's libraries have them: as the Wan repositories publish
 * them, or as single files.
 */
package io.wan4j.engine.wan.layout;
