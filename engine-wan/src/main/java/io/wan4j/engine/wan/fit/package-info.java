/**
 * What a film will cost before it is begun: memory by phase and place, operations and seconds; and
 * where the parts of a checkpoint lie so that it fits.
 */
package io.wan4j.engine.wan.fit;
