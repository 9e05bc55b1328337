/** The director's contact sheet of a storyboard: a panel a shot, drawn on paper. */
package io.wan4j.engine.previz.sheet;
