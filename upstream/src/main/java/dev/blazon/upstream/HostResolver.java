package dev.blazon.upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface HostResolver {

  /** All addresses of the host; fails if there are none. */
  Future<List<InetAddress>> resolve(String host);

  /**
   * The resolver of the operating system, with search domains and hosts file. It blocks, so it runs
   * on worker threads. How long the JVM caches an address is set when the process starts.
   */
  static HostResolver ofSystem(Vertx vertx) {
    return host -> vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
  }
}
