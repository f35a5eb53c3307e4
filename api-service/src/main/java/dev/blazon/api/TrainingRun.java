package dev.blazon.api;

import dev.blazon.service.Address;
import dev.blazon.service.Settings;
import dev.blazon.service.process.Service;
import dev.blazon.service.process.ServiceRuntime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The training run (JEP 483) from which a class-data archive is made ({@code
 * -XX:ArchiveClassesAtExit}): it starts the service, requests one badge of each sort and ends, so
 * that the archive contains the classes that the first badge needs. It uses no network beyond this
 * machine.
 */
public final class TrainingRun {

  private static final String LOCALHOST = "127.0.0.1";
  private static final int TIMEOUT_SECONDS = 20;

  private static final String DOCUMENT =
      """
      {"info": {"name": "training", "version": "1.0", "license": "MIT", "yanked": false,
                "classifiers": ["Programming Language :: Python :: 3"], "requires_dist": null},
       "releases": {"1.0": []},
       "urls": [{"packagetype": "sdist", "filename": "training-1.0.tar.gz", "size": 1,
                 "yanked": false}],
       "vulnerabilities": []}
      """;

  private static final List<String> BADGES =
      List.of(
          "/version/training/badge.svg",
          "/license/training/badge.svg",
          "/version/training/badge.png",
          "/version/training/badge.json",
          "/pypi/v/training?style=for-the-badge",
          "/version/missing/badge.svg",
          "/badge/just-words-blue");

  private TrainingRun() {}

  /**
   * Runs once. Any failure ends it with an exception, because an archive of half a start is of
   * little use.
   */
  public static void main(String[] arguments) throws IOException, TimeoutException {
    Vertx vertx = Vertx.vertx();
    Path folder = Files.createTempDirectory("blazon-training-run");
    int pypi =
        await(
                vertx
                    .createHttpServer()
                    .requestHandler(request -> request.response().end(Buffer.buffer(DOCUMENT)))
                    .listen(0, LOCALHOST))
            .actualPort();
    Service service =
        Main.configure(
            new Settings(
                Map.of(
                    "BLAZON_PORT",
                    "0",
                    "BLAZON_PYPI_URL",
                    "http://" + LOCALHOST + ":" + pypi,
                    "BLAZON_CACHE_DIR",
                    folder.toString())));
    ServiceRuntime runtime =
        await(
            ServiceRuntime.start(
                service, new Address("BLAZON_ADMIN_PORT", LOCALHOST, 0), Duration.ZERO));
    HttpClient client = vertx.createHttpClient();
    for (String badge : BADGES) {
      await(
          client
              .request(HttpMethod.GET, runtime.port(), LOCALHOST, badge)
              // Both steps on one event loop: a body requested after its end would never complete.
              .compose(request -> request.send().compose(response -> response.body())));
    }
    await(runtime.stop());
    await(vertx.close());
    System.exit(0);
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
