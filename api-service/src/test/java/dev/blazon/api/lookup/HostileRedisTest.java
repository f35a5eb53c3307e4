package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.DOCUMENT;
import static dev.blazon.api.lookup.LookupFixture.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.HostileRedis;
import dev.blazon.api.testing.HostileRedis.Trick;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server in Redis's place that answers with anything but what was asked. */
@Timeout(60)
class HostileRedisTest {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String MEGABYTE = "x".repeat(1 << 20);

  /** Tricks for which the connection is closed. */
  static Stream<Arguments> tricks() {
    return Stream.of(
        trick("a string of 2 GB", Trick.endless("$2147483647~", "x")),
        trick("a string of 500 MB", Trick.endless("$500000000~", "x")),
        trick("a string a little too long", Trick.text("$1048576~" + MEGABYTE + "~")),
        trick("an array of 2 thousand million", Trick.text("*2147483647~")),
        trick("a map of 2 thousand million", Trick.text("%2147483647~")),
        trick("a push of 2 thousand million", Trick.text(">2147483647~")),
        trick("arrays in arrays", Trick.endless("", "*1~")),
        trick("a line without an end", Trick.endless("+", "x")),
        trick("a number without an end", Trick.endless(":", "1")),
        trick("an error without an end", Trick.endless("-ERR ", "x")),
        trick("numbers without an end", Trick.endless("*60000~", "*60000~")),
        trick("replies for nobody", Trick.endless("$0~~", "+OK~")),
        trick("pushes", Trick.endless("", ">1~+x~")),
        trick("attributes", Trick.endless("", "|1~+a~+b~")),
        trick("a negative length", Trick.text("$-5~")),
        trick("letters for a length", Trick.text("$abc~")),
        trick("an unknown type", Trick.text("?what~")),
        trick("a web server", Trick.text("HTTP/1.1 200 OK~Content-Length: 0~~")),
        trick("zeros", Trick.endless("", "\0")));
  }

  private static Arguments trick(String name, Trick trick) {
    return Arguments.of(name, trick);
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void the_connection_is_closed_and_look_ups_go_on(String name, Trick trick)
      throws TimeoutException {
    try (HostileRedis redis = HostileRedis.start(List.of(trick));
        LookupFixture fixture = connected(redis)) {
      found(fixture, "demo-0");
      fixture.eventually(() -> refused(fixture) >= 1);
      for (int i = 1; i < 5; i++) {
        found(fixture, "demo-" + i);
      }
      redis.repent();
      fixture.eventually(() -> fixture.gauge("blazon.redis.up") == 1);
      found(fixture, "demo-5");
    }
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void in_place_of_a_greeting_it_is_as_if_there_were_no_redis(String name, Trick trick)
      throws TimeoutException {
    try (HostileRedis redis = HostileRedis.startUngreeted(trick);
        LookupFixture fixture = fixture(redis)) {
      found(fixture, "demo-0");
      fixture.eventually(() -> redis.played() > 0 && refused(fixture) >= 1);
      found(fixture, "demo-1");
    }
  }

  /** Replies that are whole, but no values: look-ups go on, and so does the connection. */
  static Stream<Arguments> answers() {
    return Stream.of(
        trick("a number", Trick.text(":1~")),
        trick("a status", Trick.text("+OK~")),
        trick("a boolean", Trick.text("#t~")),
        trick("an array", Trick.text("*2~$1~a~$1~b~")),
        trick("a map", Trick.text("%1~+a~+b~")),
        trick("a null", Trick.text("_~")),
        trick("an old null", Trick.text("$-1~")),
        trick("an error", Trick.text("-ERR no~")),
        trick("a wrong type", Trick.text("-WRONGTYPE no~")),
        trick("a redirection", Trick.text("-MOVED 1 127.0.0.1:1~")),
        trick("garbage", Trick.text("$7~garbage~")),
        trick("zeros", Trick.text("$100000~" + "\0".repeat(100_000) + "~")));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void replies_of_other_kinds_are_no_facts(String name, Trick trick) throws TimeoutException {
    try (HostileRedis redis = HostileRedis.start(List.of(trick));
        LookupFixture fixture = connected(redis)) {
      for (int i = 0; i < 5; i++) {
        found(fixture, "demo-" + i);
      }
      assertTrue(redis.played() >= 5, redis.played() + " were asked");
      assertEquals(0, refused(fixture));
      assertEquals(1, fixture.gauge("blazon.redis.up"));
    }
  }

  @Test
  void a_reply_that_drips_is_not_waited_for() throws TimeoutException {
    Trick drip =
        out -> {
          out.write("$100000\r\n".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 1_000; i++) {
            out.write('x');
            out.flush();
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
          }
        };
    try (HostileRedis redis = HostileRedis.start(List.of(drip));
        LookupFixture fixture = connected(redis)) {
      for (int i = 0; i < 10; i++) {
        found(fixture, "demo-" + i);
      }
      fixture.eventually(() -> fixture.gauge("blazon.redis.up") == 0);
    }
  }

  private LookupFixture fixture(HostileRedis redis) {
    LookupFixture fixture = new LookupFixture().with("BLAZON_REDIS_URL", redis.url());
    fixture.lookups();
    return fixture;
  }

  private LookupFixture connected(HostileRedis redis) throws TimeoutException {
    LookupFixture fixture = fixture(redis);
    fixture.eventually(() -> fixture.gauge("blazon.redis.up") == 1);
    return fixture;
  }

  private static double refused(LookupFixture fixture) {
    return fixture.registry.get("blazon.redis.refused").counter().count();
  }

  private static void found(LookupFixture fixture, String project) throws TimeoutException {
    fixture.stub.project(project, DOCUMENT);
    long begun = System.nanoTime();
    assertEquals("1.0", known(fixture.project(project)).value().version());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertTrue(took.compareTo(SOON) < 0, "took " + took);
  }
}
