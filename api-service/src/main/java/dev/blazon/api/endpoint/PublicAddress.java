package dev.blazon.api.endpoint;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Decides whether an IP address belongs to the public Internet, by IANA's special-purpose address
 * registries (RFC 6890 and its successors). An IPv6 address that embeds an IPv4 address, or reaches
 * one through a gateway, is never public: ordinary servers need no such address, and it could
 * bypass the check.
 */
final class PublicAddress {

  /** The IPv4 networks that are not public. */
  private static final String[] SPECIAL_IPV4 = {
    "0.0.0.0/8", // this network
    "10.0.0.0/8", // private
    "100.64.0.0/10", // carrier-grade NAT
    "127.0.0.0/8", // loopback
    "169.254.0.0/16", // link-local, and the clouds' metadata services
    "172.16.0.0/12", // private
    "192.0.0.0/24", // protocol assignments
    "192.0.2.0/24", // documentation
    "192.88.99.0/24", // 6to4 relays
    "192.168.0.0/16", // private
    "198.18.0.0/15", // benchmarks
    "198.51.100.0/24", // documentation
    "203.0.113.0/24", // documentation
    "224.0.0.0/3", // multicast, reserved, broadcast
  };

  /** The network that contains all public IPv6 addresses … */
  private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

  /** … and the networks in it that are not public. */
  private static final String[] SPECIAL_IPV6 = {
    "2001::/23", // protocol assignments, Teredo among them
    "2001:db8::/32", // documentation
    "2002::/16", // 6to4
    "3fff::/20", // documentation
  };

  private static final Block[] NOT_PUBLIC_IPV4 = blocks(SPECIAL_IPV4);
  private static final Block[] NOT_PUBLIC_IPV6 = blocks(SPECIAL_IPV6);

  private PublicAddress() {}

  /**
   * Whether it is safe to connect to this address if a stranger chose it. NAT64, IPv4-mapped,
   * IPv4-compatible, unique-local, link-local, loopback and multicast IPv6 addresses need no entry
   * in the table: they are outside of global unicast.
   */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return !isInAny(NOT_PUBLIC_IPV4, bytes);
    }
    return GLOBAL_UNICAST.contains(bytes) && !isInAny(NOT_PUBLIC_IPV6, bytes);
  }

  private static boolean isInAny(Block[] blocks, byte[] address) {
    for (Block block : blocks) {
      if (block.contains(address)) {
        return true;
      }
    }
    return false;
  }

  private static Block[] blocks(String[] texts) {
    Block[] blocks = new Block[texts.length];
    for (int i = 0; i < texts.length; i++) {
      blocks[i] = Block.of(texts[i]);
    }
    return blocks;
  }

  /** All addresses that begin with the same bits. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never leaves this class.
  private record Block(byte[] network, int prefix) {

    static Block of(String text) {
      int slash = text.indexOf('/');
      try {
        return new Block(
            InetAddress.getByName(text.substring(0, slash)).getAddress(),
            Integer.parseInt(text.substring(slash + 1)));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("a literal address needs no look-up", e);
      }
    }

    boolean contains(byte[] address) {
      int whole = prefix / Byte.SIZE;
      for (int i = 0; i < whole; i++) {
        if (address[i] != network[i]) {
          return false;
        }
      }
      int rest = prefix % Byte.SIZE;
      int mask = 0xff << (Byte.SIZE - rest) & 0xff;
      return rest == 0 || (address[whole] & mask) == (network[whole] & mask);
    }
  }
}
