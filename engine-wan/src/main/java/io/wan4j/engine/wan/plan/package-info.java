/** How a film is cut into shots and runs of the networks, before any network is touched. */
package io.wan4j.engine.wan.plan;
