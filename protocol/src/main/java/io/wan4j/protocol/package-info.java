/**
 * DashScope's words: the request as it came ({@link io.wan4j.protocol.SynthesisRequest}), the
 * checks ({@link io.wan4j.protocol.Validator}, {@link io.wan4j.protocol.MediaRules}), what is
 * ordered when they pass ({@link io.wan4j.protocol.VideoOrder}) and what it costs ({@link
 * io.wan4j.protocol.Pricing}). No HTTP, no SQL, no files.
 */
package io.wan4j.protocol;
