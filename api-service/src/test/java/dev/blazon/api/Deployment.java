package dev.blazon.api;

import dev.blazon.api.testing.CountsStandIn;
import dev.blazon.service.Address;
import dev.blazon.service.Settings;
import dev.blazon.service.process.ServiceRuntime;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running API service with its own Vert.x, as {@code Main} starts it, on free ports. */
public final class Deployment implements AutoCloseable {

  private static final String LOCALHOST = "127.0.0.1";

  private final ServiceRuntime runtime;
  private final HttpAsker asker;

  private Deployment(ServiceRuntime runtime) {
    this.runtime = runtime;
    this.asker = new HttpAsker(runtime.port());
  }

  /** Starts the service with these variables. */
  public static Deployment start(Map<String, String> environment) {
    Map<String, String> all = CountsStandIn.orNone(environment);
    all.put("BLAZON_HOST", LOCALHOST);
    all.put("BLAZON_PORT", "0");
    return new Deployment(
        await(
            ServiceRuntime.start(
                Main.configure(new Settings(all)),
                new Address("BLAZON_ADMIN_PORT", LOCALHOST, 0),
                Duration.ZERO)));
  }

  /** A client of the service, over a real socket. */
  HttpAsker ask() {
    return asker;
  }

  public int port() {
    return runtime.port();
  }

  int adminPort() {
    return runtime.adminPort();
  }

  @Override
  public void close() {
    asker.close();
    await(runtime.stop());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the service did not start or stop", e);
    }
  }
}
