package io.wan4j.service.task;

/**
 * How many tasks there are on the way.
 *
 * @param waiting of all accounts
 * @param running of all accounts, in all processes
 * @param ownWaiting of the caller's account
 * @param ownRunning of the caller's account
 */
public record QueueCount(long waiting, long running, long ownWaiting, long ownRunning) {}
