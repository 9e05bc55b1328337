package io.wan4j.service.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up host names for the HTTP client and holds back what may not be connected to. The client
 * connects to these very answers and asks nobody again, so a name that changes its address between
 * the check and the connection gains nothing. Addresses written as numbers come through here too.
 */
final class GuardedResolver implements DnsResolver {
  private final DnsResolver names;
  private final Predicate<InetAddress> allowed;

  GuardedResolver(DnsResolver names, Predicate<InetAddress> allowed) {
    this.names = names;
    this.allowed = allowed;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] open =
        Arrays.stream(names.resolve(host)).filter(allowed).toArray(InetAddress[]::new);
    if (open.length == 0) {
      throw new PrivateAddressException(host);
    }
    return open;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
