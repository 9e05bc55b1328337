/**
 * The service without its HTTP: tasks and their life, keys, quotas, the ledger, uploads, storage,
 * workers and retention. {@link io.wan4j.service.VideoService} puts them together; everything that
 * speaks HTTP or a command line is built on it.
 */
package io.wan4j.service;
