package dev.blazon.stats;

import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Settings;
import dev.blazon.service.process.Service;
import dev.blazon.service.process.ServiceMain;
import dev.blazon.stats.usage.UsageConfig;
import dev.blazon.stats.web.StatsPort;
import dev.blazon.upstream.UpstreamsConfig;

/** The main class of the stats service as a separate process. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    new ServiceMain("stats-service", "Counts downloads of Python projects.", Main::configure)
        .run(arguments);
  }

  static Service configure(Settings settings) {
    StatsPort.Web web = StatsPort.Web.read(settings);
    StatsConfig config = StatsConfig.read(settings);
    UsageConfig usage = UsageConfig.read(settings);
    UpstreamsConfig sources = UpstreamsConfig.read(settings);
    if (config.mode() == StatsMode.OFF) {
      throw new InvalidSettingException(
          "BLAZON_STATS", "off", "a service that counts nothing is not needed");
    }
    return (vertx, metrics, readiness) ->
        StatsServer.start(vertx, metrics, readiness, config, usage, sources, web);
  }
}
