package io.wan4j.storyboard;

/**
 * Words between quotation marks.
 *
 * @param start index of the opening mark
 * @param end index after the closing mark
 * @param text the words, without marks
 */
record Quote(int start, int end, String text) {}
