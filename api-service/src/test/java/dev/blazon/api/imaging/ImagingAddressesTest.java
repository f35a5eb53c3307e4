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
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests imaging services behind a DNS name, as in Docker Compose or Kubernetes. */
class ImagingAddressesTest {

  private static final RequestId ID = new RequestId("test");

  private static final String NAME = "imaging-service";
  private static final Badge BADGE = Badge.of("pypi", "1.0", BadgeColor.BLUE);
  private static final Duration DEADLINE = Duration.ofSeconds(4);

  private final Vertx vertx = Vertx.vertx();

  /** The test's own name service. */
  private final Map<String, List<String>> names = new ConcurrentHashMap<>();

  private StubNode first;
  private StubNode second;
  private RemoteImaging remote;

  /** Nodes behind one name share a port, so each has its own loopback address. */
  @BeforeEach
  void start() throws TimeoutException {
    first = StubNode.start(vertx, "127.0.0.2", 0);
    second = StubNode.start(vertx, "127.0.0.3", first.port());
  }

  @AfterEach
  void close() throws TimeoutException {
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  @Test
  void a_name_with_two_addresses_is_two_nodes() throws TimeoutException {
    names.put(NAME, List.of("127.0.0.2", "127.0.0.3"));
    open();

    paint(10);

    assertEquals(List.of(5, 5), served());
  }

  @Test
  void a_new_node_gets_requests() throws TimeoutException {
    names.put(NAME, List.of("127.0.0.2"));
    open();
    paint(10);
    assertEquals(List.of(10, 0), served());

    names.put(NAME, List.of("127.0.0.2", "127.0.0.3"));
    Eventually.eventually(vertx, () -> paints() && served().get(1) > 0);
  }

  @Test
  void a_removed_node_gets_no_more_requests_and_finishes_those_under_way() throws TimeoutException {
    names.put(NAME, List.of("127.0.0.2", "127.0.0.3"));
    open();
    first.becomes(Health.SLOW);
    second.becomes(Health.SLOW);
    List<Future<Picture>> underWay = List.of(ask(), ask());
    Eventually.eventually(vertx, () -> served().equals(List.of(1, 1)));

    names.put(NAME, List.of("127.0.0.3"));
    remote.lookUp().await(5, TimeUnit.SECONDS);
    second.becomes(Health.WELL);
    paint(10);

    Future.all(underWay).await(5, TimeUnit.SECONDS);
    assertEquals(List.of(1, 11), served());
  }

  @Test
  void a_name_that_cannot_be_resolved_keeps_its_nodes() throws TimeoutException {
    names.put(NAME, List.of("127.0.0.2", "127.0.0.3"));
    open();

    names.clear();
    remote.lookUp().await(5, TimeUnit.SECONDS);
    paint(10);

    assertEquals(List.of(5, 5), served());
  }

  @Test
  void a_name_that_does_not_resolve_yet_is_looked_up_again() throws TimeoutException {
    open();
    assertThrows(Exception.class, () -> ask().await(5, TimeUnit.SECONDS));

    names.put(NAME, List.of("127.0.0.3"));
    Eventually.eventually(vertx, this::paints);
  }

  @Test
  void a_node_that_fails_stays_left_out_when_the_name_is_looked_up_again() throws TimeoutException {
    names.put(NAME, List.of("127.0.0.2", "127.0.0.3"));
    open();
    first.becomes(Health.GONE);
    paint(10);

    names.put(NAME, List.of("127.0.0.4", "127.0.0.3", "127.0.0.2"));
    remote.lookUp().await(5, TimeUnit.SECONDS);

    paint(10);
    first.becomes(Health.WELL);
    int before = first.requests();
    Eventually.eventually(vertx, () -> paints() && first.requests() > before + 1);
  }

  @Test
  void a_hanging_look_up_does_not_delay_requests_to_known_nodes() throws TimeoutException {
    names.put(NAME, List.of("127.0.0.2"));
    open();
    names.put(NAME, List.of("hangs"));
    Future<Void> hanging = remote.lookUp();

    remote.lookUp().await(5, TimeUnit.SECONDS); // does not pile up
    paint(10);

    assertEquals(List.of(10, 0), served());
    assertTrue(!hanging.isComplete());
  }

  @ParameterizedTest
  @CsvSource({
    "http://imaging,       10.0.0.7,            10.0.0.7:80",
    "https://imaging,      10.0.0.7,            10.0.0.7:443",
    "http://imaging:8080,  10.0.0.9 10.0.0.7,   10.0.0.7:8080 10.0.0.9:8080",
    "http://imaging:8080,  fd00::7 10.0.0.7,    10.0.0.7:8080", // one node, not two
    "http://imaging:8080,  fd00::7,             fd00:0:0:0:0:0:0:7:8080",
    "http://imaging:8080,  10.0.0.7 10.0.0.7,   10.0.0.7:8080",
  })
  void addresses_become_nodes(URI service, String addresses, String nodes) throws TimeoutException {
    names.put("imaging", List.of(addresses.split(" ")));

    List<NodeAddress> found =
        new ImagingAddresses(List.of(service), this::resolve).lookUp().await(5, TimeUnit.SECONDS);

    assertEquals(
        List.of(nodes.split(" ")), found.stream().map(node -> node.server().toString()).toList());
  }

  private void open() throws TimeoutException {
    URI service = URI.create("http://" + NAME + ":" + first.port());
    remote =
        RemoteImaging.open(
                vertx, List.of(service), this::resolve, DEADLINE, new SimpleMeterRegistry())
            .await(10, TimeUnit.SECONDS);
    first.forget();
    second.forget();
  }

  private Future<List<InetAddress>> resolve(String host) {
    List<String> addresses = names.getOrDefault(host, List.of());
    if (addresses.contains("hangs")) {
      return Promise.<List<InetAddress>>promise().future();
    }
    List<InetAddress> found = new ArrayList<>();
    try {
      for (String address : addresses) {
        found.add(InetAddress.getByName(address));
      }
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
    return found.isEmpty()
        ? Future.failedFuture(new UnknownHostException(host))
        : Future.succeededFuture(found);
  }

  private List<Integer> served() {
    return List.of(first.requests(), second.requests());
  }

  private void paint(int times) throws TimeoutException {
    for (int i = 0; i < times; i++) {
      ask().await(5, TimeUnit.SECONDS);
    }
  }

  private boolean paints() {
    try {
      paint(1);
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private Future<Picture> ask() {
    return remote.picture(BADGE, ImageFormat.SVG, true, ID);
  }
}
