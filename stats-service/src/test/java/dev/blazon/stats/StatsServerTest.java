package dev.blazon.stats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.Day;
import dev.blazon.count.Ledger;
import dev.blazon.count.RankedProject;
import dev.blazon.count.Total;
import dev.blazon.count.wire.AnswerForm;
import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Readiness;
import dev.blazon.service.Settings;
import dev.blazon.service.process.Service;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.usage.FieldPath;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.wire.ReceiptForm;
import dev.blazon.usage.wire.RefusalForm;
import dev.blazon.usage.wire.TableForm;
import dev.blazon.usage.wire.UsageExchange;
import dev.blazon.usage.wire.UsageUrl;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests the stats service with a real database behind its real port. */
@Timeout(60)
final class StatsServerTest {

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @Test
  void an_imported_day_is_answered_over_http() throws Exception {
    importDay("2026-10-05,requests,2.31.0,70,60\n2026-10-05,flask,3.0.0,40,30\n");
    Service.Running server = start();

    Total total =
        counted(AnswerForm.TOTAL, get(server, "/v1/total?project=requests&window=all&measure=all"));
    List<RankedProject> top =
        counted(AnswerForm.TOP, get(server, "/v1/top?list=day&measure=without_mirrors&places=2"));
    Ledger ledger = counted(AnswerForm.LEDGER, get(server, "/v1/ledger"));

    assertEquals(70, total.downloads());
    assertEquals(
        List.of(new RankedProject(1, "requests", 60, 0), new RankedProject(2, "flask", 30, 0)),
        top);
    assertEquals(Day.of(2026, 10, 5), ledger.newestWholeDay().orElseThrow());
    server.stop().await(20, TimeUnit.SECONDS);
  }

  @Test
  void reports_of_usage_come_and_go_over_http() throws Exception {
    Service.Running server = start();
    assertFalse(Files.exists(folder.resolve("usage")));

    byte[] receipt =
        post(server, UsageExchange.REPORT, "{\"package\":\"x\",\"hostname\":\"web1\"}");
    byte[] table =
        get(server, UsageUrl.count(UsageQuestion.by(FieldPath.parse("package").orElseThrow())));
    byte[] lines = get(server, UsageUrl.reports(Optional.empty(), Optional.empty()));
    byte[] refusal = post(server, UsageExchange.REPORT, "[]x");

    assertEquals(new ReportReceipt(1, 0, 0), ReceiptForm.read(receipt));
    assertEquals(List.of("x"), TableForm.read(table).rows().get(0).keys());
    assertTrue(new String(lines, UTF_8).startsWith("{\"package\":\"x\",\"server_time\":"));
    assertEquals(UsageRefusal.Reason.BAD_BODY, RefusalForm.read(refusal).reason());
    server.stop().await(20, TimeUnit.SECONDS);
  }

  private static byte[] post(Service.Running server, String uri, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + uri))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  @Test
  void a_database_that_cannot_be_opened_keeps_the_service_unready() throws Exception {
    Files.writeString(folder.resolve("counts"), "a file where a folder should be");
    Service.Running server = start();

    assertThrows(Exception.class, () -> server.warmUp().await(20, TimeUnit.SECONDS));

    server.stop().await(20, TimeUnit.SECONDS);
  }

  @Test
  void a_service_that_should_count_nothing_does_not_start() {
    Settings off = new Settings(Map.of("BLAZON_STATS", "off"));

    String problem =
        assertThrows(InvalidSettingException.class, () -> Main.configure(off)).getMessage();

    assertTrue(problem.startsWith("BLAZON_STATS=off"), problem);
  }

  private Service.Running start() throws Exception {
    Settings settings =
        new Settings(
            Map.of(
                "BLAZON_HOST", "127.0.0.1",
                "BLAZON_PORT", "0",
                "BLAZON_STATS", "daily",
                "BLAZON_STATS_DATABASE", "sqlite:" + folder.resolve("counts"),
                "BLAZON_USAGE", "on",
                "BLAZON_USAGE_DATABASE", "sqlite:" + folder.resolve("usage")));
    return Main.configure(settings)
        .start(vertx, new SimpleMeterRegistry(), new Readiness())
        .await(20, TimeUnit.SECONDS);
  }

  private void importDay(String rows) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("day.csv"), "date,project,version,downloads,without_mirrors\n" + rows);
    try (Store store = Store.open(new StoreLocation.Sqlite(folder.resolve("counts")))) {
      Importer importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
      assertEquals(1, importer.importFiles(List.of(file)).orElseThrow().size());
    }
  }

  private static <T> T counted(AnswerForm<T> form, byte[] body) throws Exception {
    return ((CountAnswer.Counted<T>) form.read(body)).value();
  }

  private static byte[] get(Service.Running server, String uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + uri)).build(),
            BodyHandlers.ofByteArray())
        .body();
  }
}
