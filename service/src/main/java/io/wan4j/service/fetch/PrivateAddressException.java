package io.wan4j.service.fetch;

import java.net.UnknownHostException;

/** A host's addresses are none that the service may connect to. */
final class PrivateAddressException extends UnknownHostException {
  PrivateAddressException(String host) {
    super(host + " has no public address");
  }
}
