/**
 * The service over HTTP: DashScope's words under {@code /api/v1}, our own under {@code /wan4j/v1},
 * the finished films under {@code /files}. Every route stands in {@link io.wan4j.server.Routes} and
 * in {@code openapi.json}.
 */
package io.wan4j.server;
