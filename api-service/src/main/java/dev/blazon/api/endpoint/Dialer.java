package dev.blazon.api.endpoint;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;

/** Chooses the socket address for an IP address that was checked to be public. Tests replace it. */
@FunctionalInterface
public interface Dialer {

  /** The same address at port 443. */
  Dialer HTTPS = address -> SocketAddress.inetSocketAddress(443, address.getHostAddress());

  SocketAddress dial(InetAddress checked);
}
