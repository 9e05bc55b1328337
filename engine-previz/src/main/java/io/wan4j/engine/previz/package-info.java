/**
 * The classical renderer: films drawn and composited on the CPU.
 *
 * <p>{@link io.wan4j.engine.previz.PrevizEngine} chooses a {@link io.wan4j.engine.previz.FilmMaker}
 * by what the brief brings along; a {@link io.wan4j.engine.previz.Film} paints any frame by its
 * number; a take renders frames ahead on a few threads and hands them out in order.
 */
package io.wan4j.engine.previz;
