/**
 * Prompts of every kind, films of them, and whether the films give what the words ask for: measured
 * on the decoded film, and laid out on a page for a person to judge.
 */
package io.wan4j.bench.suite;
