/**
 * Checkpoints from the Hugging Face hub: its cache folder as {@code huggingface_hub} keeps it, so
 * that what Python fetched is found and the other way round, and a downloader that resumes.
 */
package io.wan4j.engine.wan.hub;
