/** Names and shapes of every tensor of a network, from its configuration alone. */
package io.wan4j.engine.wan.shape;
