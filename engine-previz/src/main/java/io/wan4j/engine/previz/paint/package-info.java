/**
 * Paint, brushes and the compositor: what every film is painted with, whatever it shows. Pixels are
 * packed premultiplied ARGB throughout, because then a layer is laid over another by one
 * multiplication a channel.
 */
package io.wan4j.engine.previz.paint;
