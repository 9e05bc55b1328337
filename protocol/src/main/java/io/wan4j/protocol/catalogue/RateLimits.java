package io.wan4j.protocol.catalogue;

/**
 * How much of a model an account may use at a time (DashScope, rate limits).
 *
 * @param submitsPerSecond create calls a second; more are answered 429
 * @param runningTasks tasks that run at once; more wait as PENDING
 */
public record RateLimits(int submitsPerSecond, int runningTasks) {}
