/** The error codes and messages of the wire, kept as data. */
package io.wan4j.protocol.error;
