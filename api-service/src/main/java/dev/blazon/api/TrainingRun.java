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
 * Starts the service, asks it for one badge of each sort, and ends: what a class-data archive is
 * made from ({@code -XX:ArchiveClassesAtExit}), so that the classes of the first badge are in it.
 * Asks nobody but itself.
 */
public final class TrainingRun {

  private static final String LOCALHOST = "127.0.0.1";
  private static final int PATIENCE_SECONDS = 20;

  private static final String DOCUMENT =
      """
      {"info": {"name": "rehearsal", "version": "1.0", "license": "MIT", "yanked": false,
                "classifiers": ["Programming Language :: Python :: 3"], "requires_dist": null},
       "releases": {"1.0": []},
       "urls": [{"packagetype": "sdist", "filename": "rehearsal-1.0.tar.gz", "size": 1,
                 "yanked": false}],
       "vulnerabilities": []}
      """;

  private static final List<String> BADGES =
      List.of(
          "/version/rehearsal/badge.svg",
          "/license/rehearsal/badge.svg",
          "/version/rehearsal/badge.png",
          "/version/rehearsal/badge.json",
          "/pypi/v/rehearsal?style=for-the-badge",
          "/version/missing/badge.svg",
          "/badge/just-words-blue");

  private TrainingRun() {}

  /** Runs the rehearsal; fails loudly, as an archive of half a start is worth little. */
  public static void main(String[] arguments) throws IOException, TimeoutException {
    Vertx vertx = Vertx.vertx();
    Path folder = Files.createTempDirectory("blazon-rehearsal");
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
              // In one go on an event loop: who asks for a body after its end waits for ever.
              .compose(request -> request.send().compose(response -> response.body())));
    }
    await(runtime.stop());
    await(vertx.close());
    System.exit(0);
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
