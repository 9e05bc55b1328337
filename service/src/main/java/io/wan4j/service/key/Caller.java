package io.wan4j.service.key;

/**
 * Who asks.
 *
 * @param account whose tasks, uploads and bills these are; keys of one account see the same things
 * @param keyId the key used; not the secret
 */
public record Caller(String account, String keyId) {}
