package dev.blazon.api.testing;

import dev.blazon.count.Day;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.Download;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Downloads for a service under test: a stand-in for ClickHouse, and the settings with which the
 * service counts by it, keeps its counts in a folder of the test, and asks nobody else.
 */
public final class CountsStandIn implements AutoCloseable {

  private static final Day NEWEST = Day.of(2026, 9, 28);
  private static final int LOADED_DAYS = 60;

  /** A day of a month that is not in its newest week. */
  private static final int DAYS_TO_LAST_MONTH = 20;

  /** Deadlines with which even a busy machine fetches a history for its first reader. */
  public static final Map<String, String> PATIENT =
      Map.of("BLAZON_DEADLINE", "30s", "BLAZON_UPSTREAM_DEADLINE", "20s");

  private final ClickPyStandIn clickHouse;

  private CountsStandIn(ClickPyStandIn clickHouse) {
    this.clickHouse = clickHouse;
  }

  /** Starts a stand-in that has all newest days, and no project but requests. */
  public static CountsStandIn start(Vertx vertx) {
    return new CountsStandIn(
        ClickPyStandIn.start(vertx).loaded(NEWEST.minus(LOADED_DAYS - 1), NEWEST));
  }

  /**
   * The settings of a service that counts nothing, so that no test asks the internet or writes into
   * the user's folders, unless these settings say how or where it does.
   */
  public static Map<String, String> orNone(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    if (!environment.containsKey("BLAZON_STATS_DATABASE")
        && !environment.containsKey("BLAZON_STATS")) {
      all.putIfAbsent("BLAZON_STATS", "off");
    }
    return all;
  }

  /** The settings of a service that counts by this stand-in. */
  public Map<String, String> settings(Path folder) {
    String nobody = "http://127.0.0.1:9"; // The discard port, on which nothing listens.
    return Map.of(
        "BLAZON_CLICKHOUSE_URL",
        clickHouse.url().toString(),
        "BLAZON_PYPISTATS_URL",
        nobody,
        "BLAZON_PEPY_URL",
        nobody,
        "BLAZON_STATS_DATABASE",
        "sqlite:" + folder.resolve("stats"));
  }

  /**
   * Gives a project, by its normalised name, downloads by pip.
   *
   * @param day those of the newest day
   * @param week those of the newest 7 days
   * @param month those of the newest 30 days, and in all
   */
  public CountsStandIn downloads(String project, long day, long week, long month) {
    clickHouse.add(
        List.of(
            Download.of(NEWEST, project, "1.0", "pip", day),
            Download.of(NEWEST.minus(1), project, "1.0", "pip", week - day),
            Download.of(NEWEST.minus(DAYS_TO_LAST_MONTH), project, "1.0", "pip", month - week)));
    return this;
  }

  @Override
  public void close() {
    clickHouse.close();
  }
}
