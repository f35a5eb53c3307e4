package dev.blazon.service.process;

import dev.blazon.service.Address;
import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Settings;
import dev.blazon.service.UnknownSettings;
import dev.blazon.service.Version;
import dev.blazon.service.http.CannotListenException;
import dev.blazon.service.log.LogConfig;
import dev.blazon.service.log.Logging;
import java.io.PrintStream;
import java.security.Security;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a service as a process: reads the settings, prints the help, starts the service, and stops
 * it on SIGTERM or Ctrl-C within {@link ServiceRuntime#STOP_DEADLINE}.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *   new ServiceMain("imaging-service", "Paints badges as SVG and PNG pictures.", Main::configure)
 *       .run(arguments);
 * }
 *
 * private static Service configure(Settings settings) {
 *   Config config = Config.read(settings); // every variable, eagerly: the help lists what was read
 *   return (vertx, metrics, readiness) -> Server.start(vertx, metrics, readiness, config);
 * }
 * }</pre>
 */
public final class ServiceMain {

  /** The exit status after an invalid setting or a wrong command line. */
  static final int USAGE = 2;

  private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);

  /** About half of {@link ServiceRuntime#STOP_DEADLINE}: the rest is for requests under way. */
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(5);

  /**
   * Longer than the second after which Varnish's probes notice that a node is unready ({@code
   * varnish/backends}), so that Varnish sends no more requests when the port closes.
   */
  private static final String USUAL_DRAIN = "3s";

  private final String name;
  private final String purpose;
  private final Function<Settings, Service> configure;

  /**
   * Creates the process of a service.
   *
   * @param name the service's name in the help and in the log
   * @param purpose one sentence for the help
   * @param configure reads all settings of the service, and starts nothing
   */
  public ServiceMain(String name, String purpose, Function<Settings, Service> configure) {
    this.name = name;
    this.purpose = purpose;
    this.configure = configure;
  }

  /** Runs until SIGTERM or Ctrl-C, or exits with a status if the service cannot start. */
  public void run(String[] arguments) {
    shortenAddressCache();
    DirectMemory.failAtOnceWhenUsedUp();
    int status = run(arguments, System.getenv(), System.out, System.err);
    if (status >= 0) {
      System.exit(status);
    }
  }

  /**
   * Caches the addresses of a host for one second only. The JVM's default is thirty seconds, but
   * nodes behind a name change sooner. The JVM reads the setting once, at its first look-up.
   */
  private static void shortenAddressCache() {
    Security.setProperty("networkaddress.cache.ttl", "1");
    Security.setProperty("networkaddress.cache.negative.ttl", "1");
  }

  /** As {@link #run(String[])}, but returns the exit status; -1: the service is running. */
  int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (arguments.length == 1 && arguments[0].equals("--help")) {
      // Without the environment: an invalid value must not prevent the help.
      Settings settings = new Settings(Map.of());
      configuration(settings);
      out.print(help(settings));
      return 0;
    }
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      out.println(name + " " + Version.CURRENT);
      return 0;
    }
    if (arguments.length > 0) {
      err.println(name + ": " + arguments[0] + ": unknown argument; --help lists the settings");
      return USAGE;
    }
    try {
      Settings settings = new Settings(environment);
      start(configuration(settings));
      UnknownSettings.in(environment, settings).forEach(LOG::warn);
      settings.warnings().forEach(LOG::warn);
      return -1;
    } catch (InvalidSettingException | CannotListenException e) {
      err.println(name + ": " + e.getMessage());
      return USAGE;
    } catch (Exception e) {
      LOG.error("cannot start", e);
      return 1;
    }
  }

  private record Configuration(
      Service service, Address admin, Duration drain, WatchdogLimits limits, LogConfig logging) {}

  private Configuration configuration(Settings settings) {
    Service service = configure.apply(settings);
    Address admin = Address.ofAdmin(settings);
    Duration drain =
        settings.duration(
            "BLAZON_DRAIN",
            USUAL_DRAIN,
            LONGEST_DRAIN,
            "how long to keep serving, unready, after SIGTERM");
    WatchdogLimits limits = WatchdogLimits.read(settings);
    return new Configuration(service, admin, drain, limits, LogConfig.read(settings));
  }

  private void start(Configuration configuration) throws TimeoutException {
    Logging.configure(configuration.logging());
    ServiceRuntime runtime =
        ServiceRuntime.start(
                configuration.service(),
                configuration.admin(),
                configuration.drain(),
                configuration.limits(),
                ProcessEnd.REAL)
            .await(1, TimeUnit.MINUTES);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runtime), "stop"));
    LOG.info(
        "{} {} serves at http://{}:{} (admin {}), {} transport",
        name,
        Version.CURRENT,
        configuration.admin().host(),
        runtime.port(),
        runtime.adminPort(),
        runtime.vertx().isNativeTransportEnabled() ? "native" : "NIO");
  }

  private void stop(ServiceRuntime runtime) {
    LOG.info("{} is stopping, and answers the requests under way", name);
    try {
      runtime.stop().await(ServiceRuntime.STOP_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
      LOG.info("{} stopped", name);
    } catch (Exception e) {
      LOG.warn("{} stopped before everything was closed: {}", name, e.toString());
    }
  }

  private String help(Settings settings) {
    StringBuilder text = new StringBuilder(2048);
    text.append(name).append(": ").append(purpose).append("\n\nEnvironment variables:\n");
    for (Settings.Variable variable : settings.variables()) {
      text.append("  ").append(variable.name());
      text.append(" (").append(variable.fallback()).append(")\n      ");
      text.append(variable.meaning()).append('\n');
    }
    return text.toString();
  }
}
