/**
 * The words that engines, media and the service share: what is asked for ({@link
 * io.wan4j.engine.Brief}) and what is handed over ({@link io.wan4j.engine.Take}).
 *
 * <p>Depends on nothing but the JDK. An engine never sees a URL, a key or a model name of the wire.
 */
package io.wan4j.engine;
