package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.DOCUMENT;
import static dev.blazon.api.lookup.LookupFixture.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.RedisProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
class RedisFaultsTest {

  @TempDir private Path directory;
  private RedisProcess redis;
  private LookupFixture fixture;

  @BeforeEach
  void start() throws TimeoutException {
    redis = RedisProcess.start(directory);
    fixture = new LookupFixture().with("BLAZON_REDIS_URL", redis.url().toString());
    connect();
  }

  @AfterEach
  void stop() throws TimeoutException {
    fixture.close();
    redis.close();
  }

  @Test
  void a_project_survives_a_restart_with_its_age() throws TimeoutException {
    fixture.stub.project("demo", DOCUMENT);
    fixture.project("demo");
    fixture.eventually(() -> redis.cli("DBSIZE").strip().equals("1"));
    restart();
    fixture.clock.advance(Duration.ofMinutes(5));
    Answer.Known<Project> known = known(fixture.project("demo"));
    assertEquals("1.0", known.value().version());
    assertEquals(Duration.ofMinutes(5), known.age());
    assertEquals(1, fixture.stub.requests());
  }

  @Test
  void a_stale_project_from_redis_is_used_while_the_upstream_is_down() throws TimeoutException {
    fixture.stub.project("demo", DOCUMENT);
    fixture.project("demo");
    fixture.eventually(() -> redis.cli("DBSIZE").strip().equals("1"));
    restart();
    fixture.clock.advance(Duration.ofDays(6));
    fixture.stub.answerEverything(Behaviour.status(500));
    Answer.Known<Project> known = known(fixture.project("demo"));
    assertTrue(known.stale());
    assertEquals(Duration.ofDays(6), known.age());
  }

  @Test
  void facts_with_foreign_bytes_in_redis_are_fetched_again() throws TimeoutException {
    fixture.stub.project("demo", DOCUMENT);
    redis.cli("SET", "blazon:project:pypi:demo", "nonsense");
    assertEquals("1.0", known(fixture.project("demo")).value().version());
  }

  @Test
  void look_ups_work_without_a_killed_redis_and_use_it_again_when_it_is_back()
      throws TimeoutException {
    for (int i = 0; i < 20; i++) {
      fixture.stub.project("demo-" + i, DOCUMENT);
    }
    for (int i = 0; i < 10; i++) {
      known(fixture.project("demo-" + i));
    }
    redis.kill();
    for (int i = 0; i < 20; i++) {
      known(fixture.project("demo-" + i));
    }
    fixture.eventually(() -> fixture.gauge("blazon.redis.up") == 0);
    redis.restart();
    fixture.eventually(() -> fixture.gauge("blazon.redis.up") == 1);
    fixture.clock.advance(Duration.ofHours(1));
    known(fixture.project("demo-0"));
    fixture.eventually(() -> redis.cli("DBSIZE").strip().equals("1"));
  }

  @Test
  void look_ups_work_without_a_frozen_redis_and_use_it_again_when_it_thaws()
      throws TimeoutException {
    redis.freeze();
    for (int i = 0; i < 10; i++) {
      fixture.stub.project("demo-" + i, DOCUMENT);
      long begun = System.nanoTime();
      known(fixture.project("demo-" + i));
      assertFalse(Duration.ofNanos(System.nanoTime() - begun).compareTo(Duration.ofSeconds(1)) > 0);
    }
    assertEquals(0, fixture.gauge("blazon.redis.up"));
    redis.thaw();
    connect();
  }

  private void restart() throws TimeoutException {
    fixture.restart();
    connect();
  }

  private void connect() throws TimeoutException {
    fixture.lookups();
    fixture.eventually(() -> fixture.gauge("blazon.redis.up") == 1);
  }
}
