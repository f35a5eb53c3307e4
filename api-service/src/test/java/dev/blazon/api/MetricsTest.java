package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.OnEveryJava;
import dev.blazon.api.testing.RedisProcess;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the metrics of a real API, a real imaging service and a real stats service after a few
 * requests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnEveryJava
class MetricsTest {

  /**
   * Metrics of Blazon, and Micrometer's of the JVM; the others come from exporters of other
   * programs.
   */
  private static final Pattern NAME = Pattern.compile("\\b(?:blazon|jvm|process)_[a-z_]+\\b");

  private static final Pattern SELECTOR =
      Pattern.compile("\\b((?:blazon|jvm|process)_[a-z_]+)\\{([^}]*)}");
  private static final Pattern MATCHER =
      Pattern.compile("([a-z_]+)(=~|!~|!=|=)\\\\?\"([^\"\\\\]*)\\\\?\"");
  private static final Pattern BY = Pattern.compile("\\bby \\(([^)]*)\\)");

  private static final Pattern LABEL = Pattern.compile("[a-z_]+");

  /** Labels and metrics that Prometheus itself adds. */
  private static final Set<String> TARGET_LABELS = Set.of("job", "instance");

  private final Vertx vertx = Vertx.vertx();
  private RedisProcess redis;
  private StubServer pypi;
  private ServiceProcess imaging;
  private ServiceProcess stats;
  private ServiceProcess importing;
  private Deployment blazon;
  private HttpAsker admin;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    redis = RedisProcess.start(folder);
    pypi = StubServer.start(vertx);
    imaging = ServiceProcess.imaging(folder.resolve("imaging"), Map.of("BLAZON_DRAIN", "0s"));
    stats = stats(folder.resolve("counts"), Map.of("BLAZON_STATS", "on-demand"));
    importing =
        stats(
            folder.resolve("imports"),
            Map.of("BLAZON_STATS", "daily", "BLAZON_STATS_PROJECTS", "some"));
    blazon =
        Deployment.start(
            Map.of(
                "BLAZON_STATS", "on-demand",
                "BLAZON_STATS_URL", stats.url().toString(),
                "BLAZON_PYPI_URL", pypi.url().toString(),
                "BLAZON_REDIS_URL", redis.url().toString(),
                "BLAZON_IMAGING_URL", imaging.url().toString(),
                "BLAZON_PROJECT_FRESH", "300ms",
                "BLAZON_RENDERED_FRESH", "0s",
                "BLAZON_CACHE_DIR", folder.resolve("api").toString()));
    admin = new HttpAsker(blazon.adminPort());
    eventually(vertx, () -> blazon.ask().get("/readyz").status() == 200);
    aFewRequests();
  }

  /** Starts a stats service that reaches no source. */
  private static ServiceProcess stats(Path folder, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("BLAZON_STATS_DATABASE", "sqlite:" + folder);
    all.put("BLAZON_DRAIN", "0s");
    for (String source : List.of("CLICKHOUSE", "PYPISTATS", "PEPY")) {
      all.put("BLAZON_" + source + "_URL", "http://127.0.0.1:9"); // The discard port.
    }
    return ServiceProcess.stats(all);
  }

  private void aFewRequests() throws TimeoutException {
    pypi.project("some", Documents.good("some", "1.0"));
    for (String uri :
        List.of(
            "/version/some/badge.svg",
            "/version/some/badge.svg",
            "/license/some/badge.png?logo=python",
            "/download/some/badge.json",
            "/version/missing/badge.svg",
            "/",
            "/docs")) {
      blazon.ask().get(uri);
    }
    pypi.answerEverything(Behaviour.status(500));
    eventually(
        vertx,
        () -> {
          blazon.ask().get("/version/some/badge.svg");
          return has(samples(scrape()), "blazon_requests_total", "outcome=\"stale\"");
        });
    blazon.ask().get("/version/broken/badge.json");
    pypi.recover();
  }

  @AfterAll
  void stop() throws Exception {
    admin.close();
    blazon.close();
    imaging.close();
    stats.close();
    importing.close();
    pypi.close();
    redis.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private String scrape() {
    try (HttpAsker imagingAdmin = new HttpAsker(imaging.adminPort());
        HttpAsker statsAdmin = new HttpAsker(stats.adminPort());
        HttpAsker importingAdmin = new HttpAsker(importing.adminPort())) {
      return admin.get("/metrics").text()
          + imagingAdmin.get("/metrics").text()
          + statsAdmin.get("/metrics").text()
          + importingAdmin.get("/metrics").text();
    }
  }

  private static List<String> samples(String scraped) {
    return scraped.lines().filter(line -> !line.startsWith("#")).toList();
  }

  private static boolean has(List<String> samples, String name, String... labels) {
    return samples.stream()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .anyMatch(line -> List.of(labels).stream().allMatch(line::contains));
  }

  /** The text of the alert rules and the dashboard. */
  private static String questions() throws IOException {
    return Files.readString(Path.of("../deploy/prometheus/alerts.yml"))
        + Files.readString(Path.of("../deploy/grafana/blazon.json"));
  }

  @Test
  void every_metric_in_alerts_and_dashboard_exists() throws IOException {
    List<String> samples = samples(scrape());
    Set<String> wanted = new TreeSet<>();
    Matcher names = NAME.matcher(questions());
    while (names.find()) {
      wanted.add(names.group());
    }

    assertTrue(wanted.size() > 20, wanted.toString());
    List<String> absent = wanted.stream().filter(name -> !has(samples, name)).toList();
    assertEquals(List.of(), absent);
  }

  @Test
  void every_label_that_they_select_by_exists_with_the_values_they_select() throws IOException {
    List<String> samples = samples(scrape());
    int looked = 0;
    Matcher selectors = SELECTOR.matcher(questions());
    while (selectors.find()) {
      Matcher matchers = MATCHER.matcher(selectors.group(2));
      while (matchers.find()) {
        String name = selectors.group(1);
        String label = matchers.group(1);
        if (!TARGET_LABELS.contains(label)) {
          assertTrue(has(samples, name, label + "=\""), name + " has no " + label);
          looked++;
        }
      }
    }
    assertTrue(looked > 5, "too few selectors were understood");
  }

  @Test
  void every_label_that_they_sum_by_exists() throws IOException {
    String scraped = scrape();
    Matcher sums = BY.matcher(questions());
    int looked = 0;
    while (sums.find()) {
      Matcher labels = LABEL.matcher(sums.group(1));
      while (labels.find()) {
        if (!TARGET_LABELS.contains(labels.group())) {
          assertTrue(scraped.contains(labels.group() + "=\""), "nothing has " + labels.group());
          looked++;
        }
      }
    }
    assertTrue(looked > 5, "too few sums were understood");
  }

  @Test
  void operations_md_says_what_to_do_about_every_alert() throws IOException {
    String rows = Files.readString(Path.of("../docs/operations.md"));
    Matcher alerts =
        Pattern.compile("- alert: (\\w+)")
            .matcher(Files.readString(Path.of("../deploy/prometheus/alerts.yml")));
    List<String> unexplained = new ArrayList<>();
    while (alerts.find()) {
      if (!Pattern.compile("\\|.*alert " + alerts.group(1) + "\\b.*\\|.*\\|.*\\|")
          .matcher(rows)
          .find()) {
        unexplained.add(alerts.group(1));
      }
    }
    assertEquals(List.of(), unexplained);
  }

  @Test
  void each_step_of_a_request_is_counted() {
    List<String> samples = samples(scrape());

    for (String[] wanted :
        new String[][] {
          {
            "blazon_requests_total",
            "dialect=\"pypipin\"",
            "shield=\"version\"",
            "format=\"svg\"",
            "outcome=\"fact\"",
            "status=\"200\""
          },
          {"blazon_requests_total", "format=\"svg\"", "outcome=\"missing\"", "status=\"200\""},
          {"blazon_requests_total", "format=\"json\"", "outcome=\"upstream_failed\"", "\"502\""},
          {"blazon_requests_total", "outcome=\"stale\""},
          {"blazon_answers_total", "outcome=\"upstream_failed\"", "status=\"502\""},
          {"blazon_answers_total", "outcome=\"internal_error\"", "status=\"500\""},
          {"blazon_answer_seconds_bucket", "le=\"0.005\""},
          {"blazon_rendered_total", "result=\"hit\""},
          {"blazon_rendered_total", "result=\"miss\""},
          {"blazon_rendered_total", "result=\"stale\""},
          {"blazon_lookup_total", "facts=\"project\"", "tier=\"memory\"", "result=\"stale\""},
          {"blazon_lookup_total", "facts=\"project\"", "tier=\"redis\"", "result=\"miss\""},
          {"blazon_upstream_requests_seconds_bucket", "upstream=\"pypi\"", "le=\"0.1\""},
          {"blazon_upstream_requests_seconds_count", "outcome=\"unreachable\""},
          {"blazon_upstream_breaker_open", "upstream=\"pypi\""},
          {"blazon_lookup_total", "facts=\"downloads\"", "tier=\"memory\"", "result=\"miss\""},
          {"blazon_imaging_requests_seconds_count", "outcome=\"picture\""},
          {"blazon_imaging_nodes", "state=\"well\""},
          {"blazon_stats_requests_seconds_count", "outcome=\"answered\""},
          {"blazon_stats_nodes", "state=\"well\""},
          {"blazon_painting_seconds_bucket", "format=\"png\""},
          {"blazon_pictures_total", "source=\"memory\""},
          {"blazon_disk_cache_reads_total", "result=\"hit\""},
          {"blazon_logos_total", "cache=\"answers\"", "result=\"miss\""},
          {"blazon_logos_total", "cache=\"rasters\"", "result=\"miss\""},
          {"blazon_pages_total", "status=\"200\""},
          {"blazon_refused_total", "status=\"500\""},
          {"blazon_event_loop_delay_seconds_bucket"},
          {"blazon_errors_total"},
          {"blazon_connections"},
          {"blazon_ready"},
          {"jvm_gc_pause_seconds_max"},
          {"jvm_memory_used_bytes", "area=\"heap\""},
          {"process_cpu_usage"},
          {"process_files_open_files"},
          {"process_memory_resident_bytes"},
        }) {
      String[] labels = List.of(wanted).subList(1, wanted.length).toArray(String[]::new);
      assertTrue(has(samples, wanted[0], labels), String.join(" ", wanted) + "\n" + scrape());
    }
  }

  @Test
  void odd_urls_do_not_make_series() throws Exception {
    Random random = new Random(20_261_123);
    List<String> shapes =
        List.of(
            "/odd%s",
            "/%s/odd/badge.svg",
            "/version/odd%s/badge.png",
            "/pypi/odd%s/x.json",
            "/pypi/v/odd%s",
            "/badge/odd-%s-red",
            "/version/some/badge.svg?odd=%s",
            "/badge/a-b-odd%s.odd",
            "/pypi/v/some/odd%s",
            "/odd%s.json",
            "/pepy/badge/odd%s/odd",
            "/badgen/odd%s/v/some",
            "/static/v1?label=odd%s",
            "/docs/odd%s",
            "/assets/odd%s",
            "/endpoint?url=https://odd%s.example",
            "/v/some/badge.svg?style=odd%s&index=odd%s");
    for (String shape : shapes) {
      blazon.ask().get(shape.replace("%s", "first"), Map.of("Host", "odd.example"));
    }
    final Set<String> before = series(scrape());

    List<Future<?>> batch = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String name = Long.toString(random.nextLong() >>> 1, 36);
      String uri = shapes.get(i % shapes.size()).replace("%s", name);
      HttpMethod method = i % 7 == 0 ? HttpMethod.valueOf("ODD" + i) : HttpMethod.GET;
      batch.add(blazon.ask().send(method, uri, Map.of("Host", "odd" + i + ".example")));
      if (batch.size() == 100) {
        Future.all(batch).await(30, TimeUnit.SECONDS);
        batch.clear();
      }
    }

    Set<String> after = series(scrape());
    assertFalse(after.stream().anyMatch(one -> one.contains("odd")), after.toString());
    Set<String> grown = new TreeSet<>(after);
    grown.removeAll(before);
    // New series from a fixed set are allowed: an outcome of an upstream, a pause of the JVM.
    assertTrue(grown.size() < 150, grown.size() + " new series: " + grown);
    assertTrue(after.size() < 2_000, Integer.toString(after.size()));
  }

  private static Set<String> series(String scraped) {
    return samples(scraped).stream()
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .collect(Collectors.toSet());
  }
}
