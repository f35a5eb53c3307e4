package dev.blazon.imaging;

import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.http.HttpMemory;
import dev.blazon.service.process.Service;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Starts an imaging server on a free port for each test, and a client for it. */
abstract class RunningImaging {

  static final String BADGE = "/v1/badge.svg?label=wheel&message=yes";

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final WebClient client = WebClient.create(vertx);
  private Readiness readiness;
  private Service.Running server;

  @BeforeEach
  void start() throws Exception {
    ImagingConfig config =
        new ImagingConfig(folder, Duration.ofHours(24), 1 << 20, 1 << 20, 1 << 20, 2, 16);
    readiness = new Readiness();
    server =
        ImagingServer.start(
                vertx,
                new SimpleMeterRegistry(),
                readiness,
                config,
                new ImagingServer.Web(
                    new Address("TEST", "127.0.0.1", 0), 100, HttpMemory.SMALL, 1 << 20))
            .await(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop().await(20, TimeUnit.SECONDS);
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  final void restart() throws Exception {
    server.stop().await(20, TimeUnit.SECONDS);
    start();
  }

  final Service.Running server() {
    return server;
  }

  final Readiness readiness() {
    return readiness;
  }

  /** A client with its own connections. */
  final WebClient anotherClient() {
    return WebClient.create(vertx);
  }

  final int port() {
    return server.port();
  }

  final HttpResponse<Buffer> send(HttpMethod method, String uri, Map<String, String> headers)
      throws Exception {
    var request = client.request(method, server.port(), "127.0.0.1", uri);
    headers.forEach(request::putHeader);
    return request.send().await(20, TimeUnit.SECONDS);
  }

  final HttpResponse<Buffer> get(String uri) throws Exception {
    return send(HttpMethod.GET, uri, Map.of());
  }

  final HttpResponse<Buffer> post(String type, String body) throws Exception {
    return client
        .request(HttpMethod.POST, server.port(), "127.0.0.1", "/v1/badge.svg")
        .putHeader("Content-Type", type)
        .sendBuffer(Buffer.buffer(body))
        .await(20, TimeUnit.SECONDS);
  }

  final HttpResponse<Buffer> getWithBody(String uri, Buffer body) throws Exception {
    return client
        .request(HttpMethod.GET, server.port(), "127.0.0.1", uri)
        .sendBuffer(body)
        .await(20, TimeUnit.SECONDS);
  }
}
