package dev.blazon.service.http;

import dev.blazon.service.Address;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import java.net.BindException;
import java.net.UnknownHostException;

/** Opens the port of a server, and describes a failure in one line. */
public final class Listening {

  private Listening() {}

  /**
   * Listens on the address.
   *
   * @return the listening server; fails with {@link CannotListenException}
   */
  public static Future<HttpServer> on(HttpServer server, Address address) {
    return server
        .listen(address.port(), address.host())
        .recover(e -> Future.failedFuture(failure(address, e)));
  }

  /** Says why a server cannot listen on the address. */
  public static CannotListenException failure(Address address, Throwable e) {
    return new CannotListenException(address, problem(e), e);
  }

  private static String problem(Throwable e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("Address already in use")) {
      return "port already in use";
    }
    if (message.contains("Permission denied")) {
      return "not allowed to listen on this port";
    }
    if (e instanceof UnknownHostException
        || e instanceof BindException
        || message.contains("Cannot assign requested address")
        || message.contains("Unresolved address")) {
      return "no such address on this machine";
    }
    return "cannot listen: " + message;
  }
}
