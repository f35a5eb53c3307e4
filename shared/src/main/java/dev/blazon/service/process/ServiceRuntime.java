package dev.blazon.service.process;

import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.http.HttpFace;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.service.log.LogMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every service has around it: Vert.x on the native transport where it loads, metrics, the
 * admin server, readiness, and the graceful stop. Thread-safe.
 */
public final class ServiceRuntime {

  /**
   * How long a stop may take in all. With what the JVM itself needs to end, that is within the ten
   * seconds that every orchestrator has patience for.
   */
  public static final Duration STOP_DEADLINE = Duration.ofMillis(9_500);

  private static final long WARM_AGAIN_MILLIS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(ServiceRuntime.class);

  private final Vertx vertx;
  private final PrometheusMeterRegistry metrics;
  private final JvmGcMetrics garbageCollection;
  private final Readiness readiness = new Readiness();
  private final Duration drain;
  private Optional<HttpFace> admin = Optional.empty();
  private Service.Running service;
  private Future<Void> stopped;

  private ServiceRuntime(Duration drain) {
    this.drain = drain;
    this.vertx = Vertx.builder().with(new VertxOptions().setPreferNativeTransport(true)).build();
    this.metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    this.garbageCollection = new JvmGcMetrics();
    garbageCollection.bindTo(metrics);
    new JvmMemoryMetrics().bindTo(metrics);
    new JvmThreadMetrics().bindTo(metrics);
    new ClassLoaderMetrics().bindTo(metrics);
    new JvmInfoMetrics().bindTo(metrics);
    new ProcessorMetrics().bindTo(metrics);
    new FileDescriptorMetrics().bindTo(metrics);
    new ProcessMetrics().bindTo(metrics);
    Gauge.builder("blazon.ready", readiness, now -> now.obstacle().isEmpty() ? 1 : 0)
        .description("1 while requests are welcome")
        .register(metrics);
    new UptimeMetrics().bindTo(metrics);
    new LogMetrics().bindTo(metrics);
    vertx.exceptionHandler(problem -> InternalErrors.log(problem, "nobody caught this"));
  }

  /**
   * Starts the service and, beside it, the admin server. Both take requests from then on; ready
   * they are a moment later, once the service is warm.
   *
   * @param adminAddress where the admin server listens
   * @param drain how long to go on serving after a stop was asked for, so that balancers notice
   * @return the runtime once the service listens, or a failure, with nothing left running
   */
  public static Future<ServiceRuntime> start(
      Service service, Address adminAddress, Duration drain) {
    ServiceRuntime runtime = new ServiceRuntime(drain);
    Promise<ServiceRuntime> started = Promise.promise();
    AdminServer.open(runtime.vertx, adminAddress, runtime.readiness, runtime.metrics)
        .onSuccess(runtime::observed)
        .compose(listening -> service.start(runtime.vertx, runtime.metrics, runtime.readiness))
        .onSuccess(running -> started.complete(runtime.serving(running)))
        .onFailure(e -> runtime.letGo().onComplete(closed -> started.fail(e)));
    return started.future();
  }

  private synchronized void observed(HttpFace face) {
    admin = Optional.of(face);
  }

  private synchronized ServiceRuntime serving(Service.Running running) {
    service = running;
    warmUp(running);
    return this;
  }

  private void warmUp(Service.Running running) {
    readiness.unready("warming up");
    running
        .warmUp()
        .onSuccess(warm -> readiness.ready())
        .onFailure(
            problem -> {
              if (!readiness.isStopping()) {
                InternalErrors.log(problem, "not ready, as warming up failed");
                vertx.setTimer(WARM_AGAIN_MILLIS, again -> warmUp(running));
              }
            });
  }

  public Vertx vertx() {
    return vertx;
  }

  /** The TCP port of the service itself. */
  public synchronized int port() {
    return service.port();
  }

  public synchronized int adminPort() {
    return admin.orElseThrow().port();
  }

  /**
   * Turns unready, goes on serving for the drain time, then stops the service, the admin server and
   * Vert.x. Asking again gives the same future.
   */
  public synchronized Future<Void> stop() {
    if (stopped == null) {
      Promise<Void> done = Promise.promise();
      stopped = done.future();
      readiness.stop();
      vertx
          .timer(Math.max(1, drain.toMillis()), TimeUnit.MILLISECONDS)
          .compose(drained -> service.stop())
          .onFailure(e -> LOG.warn("the service did not stop cleanly: {}", e.toString()))
          .onComplete(ended -> letGo().onComplete(done));
    }
    return stopped;
  }

  /**
   * Closes what remains. The promise knows no event loop, and Vert.x is closed from a thread of its
   * own: a future that lives on an event loop is never completed once that loop has ended.
   */
  private synchronized Future<Void> letGo() {
    Promise<Void> closed = Promise.promise();
    garbageCollection.close();
    metrics.close();
    admin
        .map(HttpFace::close)
        .orElseGet(Future::succeededFuture)
        .onComplete(
            ended -> new Thread(() -> vertx.close().onComplete(closed), "vertx-close").start());
    return closed.future();
  }
}
