package dev.blazon.api.imaging;

import io.vertx.core.net.SocketAddress;
import java.net.URI;

/**
 * The address of one imaging service.
 *
 * @param service the URL in the settings; the same for all nodes behind one name
 * @param server the address to connect to
 */
record NodeAddress(URI service, SocketAddress server) {

  @Override
  public String toString() {
    return server.toString();
  }
}
