package io.wan4j.server;

import io.javalin.http.Context;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * What links to this server begin with: what its owner says, or else the address at which the
 * client reached it, which is right behind port mappings that the server cannot know of.
 */
final class PublicAddress {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.\\-]+(:\\d{1,5})?|\\[[0-9a-fA-F:.]+](:\\d{1,5})?");

  private final String configured;

  /**
   * @param configured without a trailing slash; empty for the client's own address
   */
  PublicAddress(URI configured) {
    this.configured = configured.toString();
  }

  String of(Context context) {
    if (!configured.isEmpty()) {
      return configured;
    }
    String host = context.header("Host");
    return host != null && HOST.matcher(host).matches()
        ? context.scheme() + "://" + host
        : context.scheme() + "://" + local(context);
  }

  private static String local(Context context) {
    String address = context.req().getLocalAddr();
    String bracketed = address.contains(":") ? "[" + address + "]" : address;
    return bracketed + ":" + context.req().getLocalPort();
  }
}
