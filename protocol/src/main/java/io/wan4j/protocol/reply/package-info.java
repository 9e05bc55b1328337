/** The JSON bodies the server answers with. */
package io.wan4j.protocol.reply;
