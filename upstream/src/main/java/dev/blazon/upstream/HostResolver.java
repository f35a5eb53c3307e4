package dev.blazon.upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface HostResolver {

  /** All addresses, or a failure when there are none. */
  Future<List<InetAddress>> resolve(String host);

  /**
   * The system's own way, search domains and hosts file included, on worker threads, because it
   * blocks. How long the JVM remembers an address is set when the process starts.
   */
  static HostResolver ofSystem(Vertx vertx) {
    return host -> vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
  }
}
