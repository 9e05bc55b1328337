/** The commands. */
package io.wan4j.cli;
