package io.wan4j.service.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the public Internet from all others: a URL in a request must not make the
 * service look around in the network behind the firewall. The blocks are those of the IANA special
 * purpose address registries (RFC 6890 and its updates).
 */
final class AddressGuard {
  private static final Block[] CLOSED = {
    Block.of("0.0.0.0", 8), // this network
    Block.of("10.0.0.0", 8), // private
    Block.of("100.64.0.0", 10), // carrier-grade NAT
    Block.of("127.0.0.0", 8), // loopback
    Block.of("169.254.0.0", 16), // link-local, and the metadata service of clouds
    Block.of("172.16.0.0", 12), // private
    Block.of("192.0.0.0", 24), // protocol assignments
    Block.of("192.0.2.0", 24), // documentation
    Block.of("192.31.196.0", 24), // AS112
    Block.of("192.52.193.0", 24), // AMT
    Block.of("192.88.99.0", 24), // 6to4 relays
    Block.of("192.168.0.0", 16), // private
    Block.of("192.175.48.0", 24), // AS112
    Block.of("198.18.0.0", 15), // benchmarking
    Block.of("198.51.100.0", 24), // documentation
    Block.of("203.0.113.0", 24), // documentation
    Block.of("224.0.0.0", 4), // multicast
    Block.of("240.0.0.0", 4), // reserved, and broadcast
  };

  /** Of IPv6 only global unicast is public; these parts of it are not. */
  private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

  private static final Block[] CLOSED_GLOBAL = {
    Block.of("2001::", 23), // protocol assignments, Teredo among them
    Block.of("2001:db8::", 32), // documentation
    Block.of("3fff::", 20), // documentation
  };

  /** IPv4 inside IPv6: 6to4 (RFC 3056) from byte 2, NAT64 (RFC 6052) from byte 12. */
  private static final Block SIX_TO_FOUR = Block.of("2002::", 16);

  private static final Block NAT64 = Block.of("64:ff9b::", 96);

  private AddressGuard() {}

  /** Whether anybody on the Internet could reach the same machine by this address. */
  static boolean isPublic(InetAddress address) {
    return switch (address) {
      // An IPv4-mapped IPv6 address (::ffff:a.b.c.d) comes out of InetAddress as IPv4.
      case Inet4Address four -> Arrays.stream(CLOSED).noneMatch(block -> block.holds(four));
      case Inet6Address six -> isPublic(six);
      default -> false;
    };
  }

  private static boolean isPublic(Inet6Address address) {
    if (SIX_TO_FOUR.holds(address)) {
      return isPublic(embedded(address, 2));
    }
    if (NAT64.holds(address)) {
      return isPublic(embedded(address, 12));
    }
    return GLOBAL_UNICAST.holds(address)
        && Arrays.stream(CLOSED_GLOBAL).noneMatch(block -> block.holds(address));
  }

  private static InetAddress embedded(Inet6Address address, int from) {
    return address(Arrays.copyOfRange(address.getAddress(), from, from + 4));
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length, e);
    }
  }

  /** All addresses that begin with the same bits. */
  private record Block(byte[] prefix, int bits) {
    static Block of(String address, int bits) {
      return new Block(InetAddress.ofLiteral(address).getAddress(), bits);
    }

    boolean holds(InetAddress address) {
      byte[] bytes = address.getAddress();
      if (bytes.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        if ((bytes[bit >> 3] & mask) != (prefix[bit >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
