package dev.blazon.service.process;

import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.Version;
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
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environment of a running service: Vert.x on the native transport if available, metrics, the
 * admin server, readiness, the watchdog, and the graceful stop. Thread-safe.
 */
public final class ServiceRuntime {

  /**
   * How long a stop may take in total. With the time that the JVM itself needs to exit, it stays
   * within the ten seconds that every orchestrator allows.
   */
  public static final Duration STOP_DEADLINE = Duration.ofMillis(9_500);

  private static final long WARM_AGAIN_MILLIS = 1_000;

  /**
   * How often Vert.x looks for tasks of workers that take longer than a minute; it then logs a line
   * each time. The {@link Watchdog} does not watch workers: one that is busy holds up nobody else.
   */
  private static final long CHECK_WORKERS_MINUTES = 1;

  private static final Logger LOG = LoggerFactory.getLogger(ServiceRuntime.class);

  private final Vertx vertx;
  private final PrometheusMeterRegistry metrics;
  private final JvmGcMetrics garbageCollection;
  private final Readiness readiness = new Readiness();
  private final Duration drain;
  private final StallReports stallReports;
  private Optional<Watchdog> watchdog = Optional.empty();
  private Optional<AdminServer> admin = Optional.empty();
  private Service.Running service;
  private Future<Void> stopped;

  private ServiceRuntime(Duration drain, ProcessEnd end) {
    this.drain = drain;
    this.vertx = Vertx.builder().with(vertxOptions()).build();
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
    new DirectMemory().bindTo(metrics);
    Gauge.builder("blazon.ready", readiness, now -> now.obstacle().isEmpty() ? 1 : 0)
        .strongReference(true)
        .description("1 while the service is ready for requests")
        .register(metrics);
    Gauge.builder("blazon.build.info", () -> 1)
        .strongReference(true)
        .description("always 1; the label has the version of this release")
        .tag("version", Version.CURRENT)
        .register(metrics);
    new UptimeMetrics().bindTo(metrics);
    new LogMetrics().bindTo(metrics);
    this.stallReports = new StallReports(readiness, metrics, end);
    vertx.exceptionHandler(problem -> InternalErrors.log(problem, "uncaught exception"));
  }

  private static VertxOptions vertxOptions() {
    return new VertxOptions()
        .setPreferNativeTransport(true)
        // The watchdog does this.
        .setMaxEventLoopExecuteTime(Long.MAX_VALUE)
        .setBlockedThreadCheckInterval(CHECK_WORKERS_MINUTES)
        .setBlockedThreadCheckIntervalUnit(TimeUnit.MINUTES);
  }

  /**
   * Starts a service inside another process, which is never ended. Otherwise as {@link
   * #start(Service, Address, Duration, WatchdogLimits, ProcessEnd)}.
   */
  public static Future<ServiceRuntime> start(
      Service service, Address adminAddress, Duration drain) {
    return start(service, adminAddress, drain, WatchdogLimits.USUAL, ProcessEnd.NEVER);
  }

  /**
   * Starts the admin server and the service. Both accept requests from then on; the service becomes
   * ready a moment later, once it is warm.
   *
   * @param adminAddress the address of the admin server
   * @param drain how long to keep serving after {@link #stop}, so that load balancers notice
   * @param limits when to act on event loops that stand still
   * @param end ends the process if the watchdog must
   * @return the runtime once the service listens; after a failure nothing is left running
   */
  static Future<ServiceRuntime> start(
      Service service,
      Address adminAddress,
      Duration drain,
      WatchdogLimits limits,
      ProcessEnd end) {
    ServiceRuntime runtime = new ServiceRuntime(drain, end);
    Promise<ServiceRuntime> started = Promise.promise();
    Future.succeededFuture(adminAddress)
        .map(runtime::openAdmin)
        .onSuccess(listening -> runtime.watch(limits))
        .compose(listening -> service.start(runtime.vertx, runtime.metrics, runtime.readiness))
        .onSuccess(running -> started.complete(runtime.serving(running)))
        .onFailure(e -> runtime.closeRest().onComplete(closed -> started.fail(e)));
    return started.future();
  }

  private synchronized AdminServer openAdmin(Address address) {
    AdminServer server = AdminServer.open(address, readiness, metrics);
    admin = Optional.of(server);
    return server;
  }

  /** Watches every event loop of Vert.x, whoever uses it. */
  private synchronized void watch(WatchdogLimits limits) {
    List<WatchedLoop> loops = new ArrayList<>();
    ((VertxInternal) vertx).nettyEventLoopGroup().forEach(loop -> loops.add(new WatchedLoop(loop)));
    watchdog = Optional.of(new Watchdog(limits, System::nanoTime, loops, stallReports).start());
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
                InternalErrors.log(problem, "not ready: warming up failed");
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
   * Becomes unready, keeps serving for the drain time, then stops the service, the admin server and
   * Vert.x. Further calls return the same future.
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
          .onComplete(ended -> closeRest().onComplete(done));
    }
    return stopped;
  }

  /**
   * Closes everything but the service. The promise has no event loop, and the rest is closed from a
   * separate thread: a future on an event loop never completes once that loop has ended.
   */
  private synchronized Future<Void> closeRest() {
    Promise<Void> closed = Promise.promise();
    watchdog.ifPresent(Watchdog::close);
    stallReports.close();
    garbageCollection.close();
    metrics.close();
    new Thread(
            () -> {
              admin().ifPresent(AdminServer::close);
              vertx.close().onComplete(closed);
            },
            "close")
        .start();
    return closed.future();
  }

  private synchronized Optional<AdminServer> admin() {
    return admin;
  }
}
