package dev.blazon.upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.security.Security;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface HostResolver {

  /** All addresses, or a failure when there are none. */
  Future<List<InetAddress>> resolve(String host);

  /**
   * The system's own way, search domains and hosts file included, on worker threads, because it
   * blocks. What it finds is remembered for a second only, not for the JVM's usual thirty: nodes
   * behind a name come and go sooner than that.
   */
  static HostResolver ofSystem(Vertx vertx) {
    Security.setProperty("networkaddress.cache.ttl", "1");
    Security.setProperty("networkaddress.cache.negative.ttl", "1");
    return host -> vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
  }
}
