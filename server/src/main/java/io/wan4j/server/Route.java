package io.wan4j.server;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One thing the server answers.
 *
 * @param path with {@code {names}} in it, and {@code <name>} for a part that may hold slashes
 */
record Route(HandlerType method, String path, Handler handler) {
  static Route get(String path, Handler handler) {
    return new Route(HandlerType.GET, path, handler);
  }

  static Route head(String path, Handler handler) {
    return new Route(HandlerType.HEAD, path, handler);
  }

  static Route post(String path, Handler handler) {
    return new Route(HandlerType.POST, path, handler);
  }
}
