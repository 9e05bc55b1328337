/**
 * Measures a machine with commands that stay in the repository, so that a number can be checked.
 */
package io.wan4j.bench;
