package dev.blazon.api.endpoint;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;

/** Turns an address that was found to be public into the one to connect to. */
@FunctionalInterface
public interface Dialer {

  /** The address itself, at the port of https. */
  Dialer HTTPS = address -> SocketAddress.inetSocketAddress(443, address.getHostAddress());

  SocketAddress dial(InetAddress checked);
}
