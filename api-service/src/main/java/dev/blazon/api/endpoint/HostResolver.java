package dev.blazon.api.endpoint;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface HostResolver {

  /** All addresses, or a failure when there are none. */
  Future<List<InetAddress>> resolve(String host);

  /** The system's own way, on worker threads, because it blocks. */
  static HostResolver ofSystem(Vertx vertx) {
    return host -> vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
  }
}
