package dev.blazon.api.imaging;

import io.vertx.core.net.SocketAddress;
import java.net.URI;

/**
 * Where an imaging service listens.
 *
 * @param service as the operator named it; the same for all nodes behind one name
 * @param server the address to connect to
 */
record NodeAddress(URI service, SocketAddress server) {

  @Override
  public String toString() {
    return server.toString();
  }
}
