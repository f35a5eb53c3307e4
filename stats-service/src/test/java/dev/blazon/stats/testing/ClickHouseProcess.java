package dev.blazon.stats.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real {@code clickhouse-server} of Debian (18.16), in a folder of its own. That release knows no
 * query parameters: so a small server in front of it puts their values into the SQL, as newer
 * ClickHouse servers do themselves. The process is killed when closed, or when the JVM ends.
 */
public final class ClickHouseProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  /** Users with the limits of the public service's user, and with much tighter ones. */
  private static final String USERS =
      """
      <yandex>
        <profiles>
          <default>
            <allow_experimental_low_cardinality_type>1</allow_experimental_low_cardinality_type>
          </default>
          <demo>
            <readonly>1</readonly>
            <max_result_rows>10000</max_result_rows>
            <max_rows_to_read>1000000000</max_rows_to_read>
            <max_bytes_to_read>50000000000</max_bytes_to_read>
            <read_overflow_mode>break</read_overflow_mode>
            <max_execution_time>60</max_execution_time>
          </demo>
          <few_rows><readonly>1</readonly><max_result_rows>20</max_result_rows></few_rows>
          <stops_early>
            <readonly>1</readonly>
            <max_rows_to_read>200</max_rows_to_read>
            <read_overflow_mode>break</read_overflow_mode>
          </stops_early>
        </profiles>
        <users>
          %s
        </users>
        <quotas><default></default></quotas>
      </yandex>
      """;

  private static final String USER =
      """
      <%1$s>
        <password></password>
        <networks><ip>::/0</ip></networks>
        <profile>%1$s</profile>
        <quota>default</quota>
      </%1$s>
      """;

  private static final String CONFIG =
      """
      <yandex>
        <logger><level>warning</level><console>1</console></logger>
        <http_port>%d</http_port>
        <listen_host>127.0.0.1</listen_host>
        <path>%s/data/</path>
        <tmp_path>%s/tmp/</tmp_path>
        <mark_cache_size>5242880</mark_cache_size>
        <users_config>users.xml</users_config>
        <default_profile>default</default_profile>
        <default_database>default</default_database>
      </yandex>
      """;

  private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
  private final int port;
  private final Process process;
  private final HttpClient forward;
  private final HttpServer front;

  private ClickHouseProcess(Vertx vertx, Path folder) throws IOException, InterruptedException {
    port = freePort();
    Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(folder.resolve("tmp"));
    String users =
        USER.formatted("default")
            + USER.formatted("demo")
            + USER.formatted("few_rows")
            + USER.formatted("stops_early");
    Files.writeString(folder.resolve("users.xml"), USERS.formatted(users));
    Path config = folder.resolve("config.xml");
    Files.writeString(config, CONFIG.formatted(port, folder, folder));
    process =
        new ProcessBuilder("clickhouse-server", "--config-file=" + config)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitAnswer(folder);
    forward = vertx.createHttpClient();
    front = await(vertx.createHttpServer().requestHandler(this::bind).listen(0, "127.0.0.1"));
  }

  /** Starts a server, and waits until it answers. */
  public static ClickHouseProcess start(Vertx vertx, Path folder) {
    try {
      return new ClickHouseProcess(vertx, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("clickhouse-server is needed for this test", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Its address for a user, for {@code BLAZON_CLICKHOUSE_URL}. */
  public URI url(String user) {
    return URI.create("http://" + user + "@127.0.0.1:" + front.actualPort());
  }

  /** Runs a statement as the user who may do everything, and returns the answer. */
  public String run(String sql) {
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                  .POST(HttpRequest.BodyPublishers.ofString(sql))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(response.body() + " in " + sql);
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    await(front.close());
    await(forward.close());
    process.destroyForcibly();
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts the parameters into the SQL, and passes everything else on. */
  private void bind(HttpServerRequest request) {
    request
        .body()
        .compose(
            body -> {
              String sql = body.toString();
              StringBuilder target = new StringBuilder("/?");
              for (var parameter : request.params()) {
                if (parameter.getKey().startsWith("param_")) {
                  String name = parameter.getKey().substring("param_".length());
                  sql = sql.replace("{" + name + ":String}", literal(parameter.getValue()));
                } else {
                  target.append(parameter.getKey() + "=" + parameter.getValue() + "&");
                }
              }
              return forward(request, target.toString(), sql);
            })
        .onFailure(failure -> request.response().setStatusCode(502).end());
  }

  private Future<Void> forward(HttpServerRequest request, String target, String sql) {
    return forward
        .request(HttpMethod.POST, port, "127.0.0.1", target)
        .compose(
            call -> {
              request.headers().entries().stream()
                  .filter(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith("x-"))
                  .forEach(header -> call.putHeader(header.getKey(), header.getValue()));
              return call.send(Buffer.buffer(sql));
            })
        .compose(
            answer ->
                answer
                    .body()
                    .compose(
                        body ->
                            request
                                .response()
                                .setStatusCode(answer.statusCode())
                                .putHeader("Content-Type", answer.getHeader("Content-Type"))
                                .end(body)));
  }

  private static String literal(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void awaitAnswer(Path folder) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        run("SELECT 1");
        return;
      } catch (UncheckedIOException e) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          process.destroyForcibly();
          throw new IllegalStateException(
              "clickhouse-server did not start: " + Files.readString(folder.resolve("log")), e);
        }
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the server in front did not start or stop", e);
    }
  }
}
