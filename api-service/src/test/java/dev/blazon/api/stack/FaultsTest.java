package dev.blazon.api.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.stack.SteadyLoad.Answered;
import dev.blazon.api.stack.SteadyLoad.Question;
import dev.blazon.api.stack.Verdict.Kind;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import dev.blazon.testing.Eventually;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the stack under load while some of its processes are killed or frozen, and then come back.
 * In all cases no answer is broken, badges requested before are unchanged, and new badges are
 * complete soon after the process is back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("processes")
@Tag("alone")
class FaultsTest {

  @RegisterExtension static final StackLogs LOGS = StackLogs.of(FaultsTest.class);

  /** How long a process is away if it is not restarted at once. */
  private static final double AWAY_SECONDS = 4;

  /** Far longer than it takes, since a busy machine is slow: how long it took is printed. */
  private static final int RECOVERY_SECONDS = 60;

  private final Vertx vertx = Vertx.vertx();
  private StubServer pypi;
  private Readers readers;
  private Stack stack;
  private SteadyLoad load;
  private int linesBefore;

  @BeforeAll
  void startStack(@TempDir Path folder) throws TimeoutException {
    pypi = StubServer.start(vertx);
    readers = new Readers(pypi);
    stack =
        LOGS.start(
            Map.of(
                "BLAZON_PYPI_URL",
                pypi.url().toString(),
                "BLAZON_CACHE_DIR",
                folder.resolve("cache").toString(),
                // Facts are fetched again and again, so that every process is needed.
                "BLAZON_PROJECT_FRESH",
                "1s",
                "BLAZON_RENDERED_FRESH",
                "1s"));
    SteadyLoad.warmUp(stack.port(), readers);
  }

  @AfterAll
  void stopStack() {
    stack.close();
    pypi.close();
    vertx.close().await();
  }

  @BeforeEach
  void startLoad() throws TimeoutException {
    linesBefore = stack.said();
    load = SteadyLoad.start(stack.port(), SteadyLoad.PER_SECOND, readers);
    for (int second = 1; second <= 2; second++) {
      awaitSecond(second);
    }
  }

  @AfterEach
  void whatWasSeenBeforeWasThereAndNothingWasBroken(TestInfo test) throws TimeoutException {
    load.stop();
    load.close();
    System.out.println(test.getDisplayName() + "\n" + load.summary());
    stack.lines().stream().skip(linesBefore).forEach(System.out::println);
    assertNone("broken", answer -> answer.is(Kind.BROKEN));
    assertNone(
        "requested before, and changed",
        answer -> answer.sort().equals(Readers.REPEATED) && !answer.is(Kind.RIGHT));
  }

  @Test
  void an_api_node_is_killed() throws TimeoutException {
    kill("api-1");
    awaitReady("api-1");
    assertRecovers("api-1");
    assertNoneHonest();
  }

  @Test
  void an_imaging_node_is_killed() throws TimeoutException {
    kill("imaging-1");
    awaitReady("imaging-1");
    assertRecovers("imaging-1");
    assertNoneHonest();
  }

  @Test
  void redis_is_killed() throws TimeoutException {
    kill("redis");
    awaitReady("redis");
    assertRecovers("redis");
    assertNoneHonest();
  }

  @Test
  void pypi_is_killed() throws TimeoutException {
    pypi.gone();
    stayAway();
    pypi.back();
    assertRecovers("pypi");
    assertOnlyNewProjectsFail();
  }

  @Test
  void one_of_each_is_killed_at_once() throws TimeoutException {
    pypi.gone();
    for (String name : List.of("api-1", "imaging-1", "redis")) {
      kill(name);
    }
    for (String name : List.of("api-1", "imaging-1", "redis")) {
      awaitReady(name);
    }
    pypi.back();
    assertRecovers("all");
  }

  @Test
  void every_api_node_is_killed() throws TimeoutException {
    kill("api-1");
    kill("api-2");
    awaitReady("api-1");
    awaitReady("api-2");
    assertRecovers("both api nodes");
  }

  @Test
  void an_api_node_is_frozen() throws TimeoutException {
    standStill("api-1");
    assertNoneHonest();
  }

  @Test
  void an_imaging_node_is_frozen() throws TimeoutException {
    standStill("imaging-1");
    assertNoneHonest();
  }

  @Test
  void redis_is_frozen() throws TimeoutException {
    standStill("redis");
    assertNoneHonest();
  }

  @Test
  void pypi_is_frozen() throws TimeoutException {
    pypi.answerEverything(Behaviour.hang());
    stayAway();
    pypi.recover();
    assertRecovers("pypi");
    assertOnlyNewProjectsFail();
  }

  private void kill(String name) {
    stack.part(name).signal("KILL");
  }

  private void standStill(String name) throws TimeoutException {
    stack.part(name).signal("STOP");
    try {
      stayAway();
    } finally {
      stack.part(name).signal("CONT");
    }
    assertRecovers(name);
  }

  private void stayAway() throws TimeoutException {
    awaitSecond(load.now() + AWAY_SECONDS);
  }

  private void awaitSecond(double second) throws TimeoutException {
    Eventually.eventually(vertx, 60, () -> load.now() >= second);
  }

  private void awaitReady(String name) throws TimeoutException {
    Eventually.eventually(vertx, 60, () -> stack.isReady(name));
  }

  /**
   * Requests new badges of every known project and of some new ones, until all of them are
   * complete. Each project belongs to one node, so this covers all nodes.
   */
  private void assertRecovers(String part) throws TimeoutException {
    double back = load.now();
    Eventually.eventually(vertx, RECOVERY_SECONDS, this::allAreComplete);
    System.out.printf("%s: in full again after %.2f s%n", part, load.now() - back);
  }

  private boolean allAreComplete() {
    List<Future<Answered>> answers =
        Stream.concat(
                Stream.<Supplier<Question>>generate(() -> readers::newBadge)
                    .limit(Readers.KNOWN_PROJECTS),
                Stream.<Supplier<Question>>generate(() -> readers::newProjectsBadge).limit(10))
            .map(load::ask)
            .toList();
    Future.join(answers).await();
    return answers.stream().allMatch(answer -> answer.result().is(Kind.RIGHT));
  }

  private void assertNoneHonest() {
    assertNone("not right, though others could have answered", answer -> answer.is(Kind.HONEST));
  }

  private void assertOnlyNewProjectsFail() {
    assertNone(
        "known, and not shown",
        answer -> !answer.sort().equals(Readers.NEW_PROJECT) && answer.is(Kind.HONEST));
  }

  private void assertNone(String what, Predicate<Answered> which) {
    List<Answered> found = load.answers(which);
    assertEquals(
        List.of(), found.subList(0, Math.min(10, found.size())), found.size() + " " + what);
  }
}
