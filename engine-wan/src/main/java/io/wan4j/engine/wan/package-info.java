/**
 * The open Wan checkpoints run from Java: {@code text} (tokenizer, UMT5), {@code image} (CLIP,
 * resizing), {@code transformer}, {@code vae}, {@code sampler}, and {@code pipeline}, which puts
 * them together. {@code checkpoint} reads what all of them are made from.
 */
package io.wan4j.engine.wan;
