package dev.blazon.service.process;

import dev.blazon.service.Readiness;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * A service that has read its settings and can be started. {@link ServiceMain} runs it as a
 * process, {@link ServiceRuntime} inside another, such as a test.
 */
@FunctionalInterface
public interface Service {

  /**
   * Starts serving.
   *
   * @param vertx to live on; closed by the caller, after {@link Running#stop}
   * @param metrics where the service counts
   * @param readiness whether requests are welcome: set by the caller, told by the service to those
   *     who ask on its port
   * @return the running service, or a failure, with nothing left running
   */
  Future<Running> start(Vertx vertx, MeterRegistry metrics, Readiness readiness);

  /** A service that serves. */
  interface Running {

    /** The TCP port, as the system chose it when the settings say 0. */
    int port();

    /**
     * Does once what later requests should not have to wait for. The ports are open meanwhile.
     *
     * @return completed when warm; a failure is told, and warming up tried again
     */
    Future<Void> warmUp();

    /**
     * Takes no new requests, answers the running ones, and lets go of everything.
     *
     * @return completed when all is closed; the caller stops waiting after {@link
     *     ServiceRuntime#STOP_DEADLINE}
     */
    Future<Void> stop();
  }
}
