package dev.blazon.api.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.imaging.StubNode.Health;
import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.service.RequestId;
import dev.blazon.testing.Eventually;
import dev.blazon.upstream.HostResolver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Tests every fault of an imaging service, on real sockets. */
@Execution(ExecutionMode.CONCURRENT) // They mostly wait.
class ImagingFaultsTest {

  private static final RequestId ID = new RequestId("test");

  private static final Badge BADGE = Badge.of("pypi", "1.0", BadgeColor.BLUE);
  private static final Duration DEADLINE = Duration.ofMillis(1_600);

  private final Vertx vertx = Vertx.vertx();
  private StubNode sick;

  @BeforeEach
  void start() throws TimeoutException {
    sick = StubNode.start(vertx);
  }

  @AfterEach
  void close() throws TimeoutException {
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"WELL", "SLOW"})
  void costs_no_picture_while_another_node_is_healthy(Health health) throws TimeoutException {
    RemoteImaging imaging = open(sick.url(), StubNode.start(vertx).url());
    sick.becomes(health);

    for (int i = 0; i < 10; i++) {
      assertEquals("painted", picture(imaging).body().toString());
    }
    List<Future<Picture>> crowd = IntStream.range(0, 100).mapToObj(i -> send(imaging)).toList();
    Future.all(crowd).await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"WELL", "SLOW"})
  void is_reported_within_the_deadline_and_its_end_is_noticed(Health health)
      throws TimeoutException {
    RemoteImaging imaging = open(sick.url());
    sick.becomes(health);

    for (int i = 0; i < 4; i++) {
      long start = System.nanoTime();
      assertThrows(Exception.class, () -> picture(imaging));
      assertTrue(System.nanoTime() - start < DEADLINE.plusMillis(700).toNanos());
    }
    sick.becomes(Health.WELL);
    Eventually.eventually(vertx, () -> paints(imaging));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"WELL", "SLOW", "BUSY", "GONE"})
  void gets_no_requests_but_probes(Health health) throws TimeoutException {
    RemoteImaging imaging = open(sick.url(), StubNode.start(vertx).url());
    sick.becomes(health);
    for (int i = 0; i < 8; i++) {
      picture(imaging);
    }

    int before = sick.requests();
    for (int i = 0; i < 200; i++) {
      picture(imaging);
    }

    int probesAtMost = 20;
    assertTrue(sick.requests() - before < probesAtMost, sick.requests() - before + " requests");
  }

  /**
   * An overloaded node is healthy, so it keeps its share, and other nodes get the requests that it
   * refuses.
   */
  @Test
  void an_overloaded_node_is_not_left_out() throws TimeoutException {
    StubNode well = StubNode.start(vertx);
    RemoteImaging imaging = open(sick.url(), well.url());
    sick.becomes(Health.BUSY);
    for (int i = 0; i < 10; i++) {
      picture(imaging);
    }

    int before = sick.requests();
    sick.becomes(Health.WELL);
    for (int i = 0; i < 10; i++) {
      picture(imaging);
    }

    assertEquals(5, sick.requests() - before);
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "STOPS_IN_THE_MIDDLE", "TRICKLES"})
  void leaves_no_connection_without_a_waiting_reader(Health health) throws TimeoutException {
    RemoteImaging imaging = open(sick.url());
    sick.becomes(health);

    for (int i = 0; i < 3; i++) {
      assertThrows(Exception.class, () -> picture(imaging));
    }

    Eventually.eventually(vertx, () -> sick.connections() <= 1); // a probe's
  }

  @Test
  void connections_are_reused_and_shared() throws TimeoutException {
    RemoteImaging imaging = open(sick.url());

    for (int i = 0; i < 50; i++) {
      picture(imaging);
    }

    int ofStartAndReader = 2; // Each prefers the connections of its own event loop.
    assertTrue(sick.connections() <= ofStartAndReader, sick.connections() + " connections");
  }

  @Test
  void the_node_with_the_fewest_outstanding_requests_is_chosen() throws TimeoutException {
    RemoteImaging imaging = open(sick.url(), StubNode.start(vertx).url());
    sick.becomes(Health.SILENT);
    Future<Picture> first = send(imaging);
    Future<Picture> second = send(imaging);
    Eventually.eventually(vertx, () -> first.isComplete() || second.isComplete());

    // One request waits for the silent node, so all others go to the idle one.
    int before = sick.requests();
    for (int i = 0; i < 20; i++) {
      picture(imaging);
    }

    int stillArriving = 1; // sent before, counted late
    assertTrue(sick.requests() - before <= stillArriving, sick.requests() - before + " requests");
    assertTrue(!first.isComplete() || !second.isComplete());
  }

  private boolean paints(RemoteImaging imaging) {
    try {
      return picture(imaging).body().toString().equals("painted");
    } catch (Exception e) {
      return false;
    }
  }

  private RemoteImaging open(URI... nodes) throws TimeoutException {
    RemoteImaging imaging =
        RemoteImaging.open(
                vertx,
                List.of(nodes),
                HostResolver.ofSystem(vertx),
                DEADLINE,
                new SimpleMeterRegistry())
            .await(10, TimeUnit.SECONDS);
    // In a new JVM the first picture takes longer than the deadline.
    imaging.reachable(Duration.ofSeconds(10)).await(15, TimeUnit.SECONDS);
    return imaging;
  }

  private static Future<Picture> send(RemoteImaging imaging) {
    return imaging.picture(BADGE, ImageFormat.SVG, true, ID);
  }

  private static Picture picture(RemoteImaging imaging) throws TimeoutException {
    return send(imaging).await(5, TimeUnit.SECONDS);
  }
}
