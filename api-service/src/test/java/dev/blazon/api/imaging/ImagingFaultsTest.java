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

/** Every way in which an imaging service can be unwell, on real sockets. */
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
  void costs_nobody_a_picture_while_another_node_is_well(Health health) throws TimeoutException {
    RemoteImaging door = door(sick.url(), StubNode.start(vertx).url());
    sick.becomes(health);

    for (int i = 0; i < 10; i++) {
      assertEquals("painted", picture(door).body().toString());
    }
    List<Future<Picture>> crowd = IntStream.range(0, 100).mapToObj(i -> ask(door)).toList();
    Future.all(crowd).await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"WELL", "SLOW"})
  void is_told_of_within_the_deadline_and_found_well_again_by_itself(Health health)
      throws TimeoutException {
    RemoteImaging door = door(sick.url());
    sick.becomes(health);

    for (int i = 0; i < 4; i++) {
      long start = System.nanoTime();
      assertThrows(Exception.class, () -> picture(door));
      assertTrue(System.nanoTime() - start < DEADLINE.plusMillis(700).toNanos());
    }
    sick.becomes(Health.WELL);
    Eventually.eventually(vertx, () -> paints(door));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"WELL", "SLOW", "BUSY", "GONE"})
  void is_left_alone_but_for_probes(Health health) throws TimeoutException {
    RemoteImaging door = door(sick.url(), StubNode.start(vertx).url());
    sick.becomes(health);
    for (int i = 0; i < 8; i++) {
      picture(door);
    }

    int before = sick.requests();
    for (int i = 0; i < 200; i++) {
      picture(door);
    }

    int probesAtMost = 20;
    assertTrue(sick.requests() - before < probesAtMost, sick.requests() - before + " requests");
  }

  /** Nothing is wrong with it; so it goes on getting its share, and others get what it refuses. */
  @Test
  void one_that_has_too_much_to_do_is_not_left_out() throws TimeoutException {
    StubNode well = StubNode.start(vertx);
    RemoteImaging door = door(sick.url(), well.url());
    sick.becomes(Health.BUSY);
    for (int i = 0; i < 10; i++) {
      picture(door);
    }

    int before = sick.requests();
    sick.becomes(Health.WELL);
    for (int i = 0; i < 10; i++) {
      picture(door);
    }

    assertEquals(5, sick.requests() - before);
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "STOPS_IN_THE_MIDDLE", "TRICKLES"})
  void keeps_no_connection_that_nobody_waits_for(Health health) throws TimeoutException {
    RemoteImaging door = door(sick.url());
    sick.becomes(health);

    for (int i = 0; i < 3; i++) {
      assertThrows(Exception.class, () -> picture(door));
    }

    Eventually.eventually(vertx, () -> sick.connections() <= 1); // a probe's
  }

  @Test
  void connections_are_kept_and_shared() throws TimeoutException {
    RemoteImaging door = door(sick.url());

    for (int i = 0; i < 50; i++) {
      picture(door);
    }

    int ofStartAndReader = 2; // Each prefers connections of its own event loop.
    assertTrue(sick.connections() <= ofStartAndReader, sick.connections() + " connections");
  }

  @Test
  void the_node_with_the_fewest_requests_outstanding_is_asked() throws TimeoutException {
    RemoteImaging door = door(sick.url(), StubNode.start(vertx).url());
    sick.becomes(Health.SILENT);
    Future<Picture> first = ask(door);
    Future<Picture> second = ask(door);
    Eventually.eventually(vertx, () -> first.isComplete() || second.isComplete());

    // One of the two waits for the silent node: all others are for the one with nothing to do.
    int before = sick.requests();
    for (int i = 0; i < 20; i++) {
      picture(door);
    }

    int stillArriving = 1; // what was sent before, seen late
    assertTrue(sick.requests() - before <= stillArriving, sick.requests() - before + " requests");
    assertTrue(!first.isComplete() || !second.isComplete());
  }

  private boolean paints(RemoteImaging door) {
    try {
      return picture(door).body().toString().equals("painted");
    } catch (Exception e) {
      return false;
    }
  }

  private RemoteImaging door(URI... nodes) throws TimeoutException {
    RemoteImaging door =
        RemoteImaging.open(
                vertx,
                List.of(nodes),
                HostResolver.ofSystem(vertx),
                DEADLINE,
                new SimpleMeterRegistry())
            .await(10, TimeUnit.SECONDS);
    // A Java that has never asked for a picture takes longer for its first than the deadline
    // allows.
    door.reachable(Duration.ofSeconds(10)).await(15, TimeUnit.SECONDS);
    return door;
  }

  private static Future<Picture> ask(RemoteImaging door) {
    return door.picture(BADGE, ImageFormat.SVG, true, ID);
  }

  private static Picture picture(RemoteImaging door) throws TimeoutException {
    return ask(door).await(5, TimeUnit.SECONDS);
  }
}
