package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.Deployment;
import dev.blazon.api.testing.CountsStandIn;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages about several projects, of a service that fetches counts when somebody asks for them. */
@Timeout(120)
class CountsOnDemandTest {

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private CountsStandIn counts;
  private StubServer pypi;
  private Deployment blazon;

  @BeforeEach
  void start(@TempDir Path folder) {
    counts =
        CountsStandIn.start(vertx).downloads("one", 40, 300, 4_000).downloads("two", 1, 10, 1_000);
    pypi = StubServer.start(vertx);
    Map<String, String> environment = new HashMap<>(CountsStandIn.PATIENT);
    environment.putAll(counts.settings(folder));
    environment.put("BLAZON_PYPI_URL", pypi.url().toString());
    environment.put("BLAZON_CACHE_DIR", folder.resolve("cache").toString());
    blazon = Deployment.start(environment);
  }

  @AfterEach
  void stop() throws TimeoutException {
    blazon.close();
    pypi.close();
    counts.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void histories_are_fetched_for_the_first_comparison() throws Exception {
    String page = get("/compare?projects=two,one,three&days=30");

    assertTrue(page.contains("<td class=\"figure\">4,000</td>"), page);
    assertTrue(page.contains("80.0 %"), page);
    assertTrue(page.contains("from ClickHouse."), page);
    assertTrue(page.contains("<strong>three</strong>: PyPI knows no such project"), page);
  }

  @Test
  void rankings_and_days_say_that_they_need_all_projects() throws Exception {
    assertTrue(get("/top").contains("A ranking needs the counts of all projects."));
    assertTrue(get("/rising").contains("A ranking needs the counts of all projects."));
    assertTrue(get("/status").contains("when somebody first asks for them"));
  }

  private String get(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + blazon.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
