package dev.blazon.service.process;

import dev.blazon.service.Readiness;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * A service that has read its settings and can be started. {@link ServiceMain} runs it as a
 * process, {@link ServiceRuntime} inside another process, such as a test.
 */
@FunctionalInterface
public interface Service {

  /**
   * Starts the service.
   *
   * @param vertx the Vert.x to use; the caller closes it after {@link Running#stop}
   * @param metrics the registry for the service's metrics
   * @param readiness whether the service is ready: set by the caller, reported by the service on
   *     its own port
   * @return the running service; after a failure nothing is left running
   */
  Future<Running> start(Vertx vertx, MeterRegistry metrics, Readiness readiness);

  /** A running service. */
  interface Running {

    /** The TCP port, as the system chose it if the settings say 0. */
    int port();

    /**
     * Does the one-time work that would slow down the first requests. The ports are open meanwhile.
     *
     * @return completes when the service is warm; after a failure, which is logged, the caller
     *     tries again
     */
    Future<Void> warmUp();

    /**
     * Accepts no new requests, answers those under way, and releases all resources.
     *
     * @return completes when everything is closed; the caller stops waiting after {@link
     *     ServiceRuntime#STOP_DEADLINE}
     */
    Future<Void> stop();
  }
}
