package dev.blazon.api.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker;
import dev.blazon.api.stack.SteadyLoad.Answered;
import dev.blazon.api.testing.StubServer;
import dev.blazon.testing.Eventually;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attackers of every kind at once, while readers ask for 100 badges a second: each gets a whole
 * picture, soon; no process ends, no event loop stands still for a second, and the memory is as
 * before soon after. {@code -Dattack.seconds=60} makes the attack last a minute.
 */
@Tag("processes")
@Tag("alone")
@Timeout(300)
class TenAttackersTest {

  @RegisterExtension static final StackLogs LOGS = StackLogs.of(TenAttackersTest.class);

  private static final int SECONDS = Integer.getInteger("attack.seconds", 10);

  /** A short attack before the measurement, so that code for it is loaded and compiled. */
  private static final int REHEARSAL_SECONDS = 3;

  private static final int HONEST_PER_SECOND = 100;

  /**
   * A far bound: it is 0.1 s on a quiet machine with two cores, and 1.6 s on one busy otherwise.
   */
  private static final double LONGEST_P99_SECONDS = 5;

  private static final long MOST_GROWTH_MEBIBYTES = 20;
  private static final int RECOVERY_SECONDS = 60;

  private final Vertx vertx = Vertx.vertx();
  private StubServer pypi;
  private Readers readers;

  @TempDir private Path folder;

  @BeforeEach
  void startPypi() {
    pypi = StubServer.start(vertx);
    readers = new Readers(pypi);
  }

  @AfterEach
  void stopPypi() {
    pypi.close();
    vertx.close().await();
  }

  private Map<String, String> settings() {
    return Map.of(
        "BLAZON_PYPI_URL", pypi.url().toString(),
        "BLAZON_CACHE_DIR", folder.resolve("cache").toString(),
        "BLAZON_STALL_UNREADY", "1s");
  }

  /** What is attacked. */
  private record Target(
      int port, List<Long> jvms, List<Integer> adminPorts, BooleanSupplier isWhole) {

    Map<Long, Long> mebibytes() {
      return jvms.stream()
          .collect(
              Collectors.toMap(
                  pid -> pid, ProcessMemory::mebibytesInUse, (a, b) -> a, LinkedHashMap::new));
    }

    /** The sum of a metric without labels over all nodes. */
    double metric(String name) {
      return adminPorts.stream().mapToDouble(admin -> metric(admin, name)).sum();
    }

    private static double metric(int adminPort, String name) {
      try (HttpAsker admin = new HttpAsker(adminPort)) {
        return admin.get("/metrics").metric(name);
      }
    }
  }

  @Test
  void one_process_serves_its_readers() throws TimeoutException {
    try (Alone blazon = Alone.start(settings())) {
      withstand(
          new Target(
              blazon.port(), List.of(blazon.pid()), List.of(blazon.adminPort()), blazon::isAlive));
    }
  }

  @Test
  void a_stack_serves_its_readers() throws TimeoutException {
    try (Stack stack = LOGS.start(settings())) {
      List<Long> all = stack.parts().map(Stack.Part::pid).toList();
      List<Long> jvms =
          stack
              .parts()
              .filter(part -> part.name().startsWith("api") || part.name().startsWith("imaging"))
              .map(Stack.Part::pid)
              .toList();
      withstand(
          new Target(
              stack.port(),
              jvms,
              stack.adminPorts(),
              () ->
                  stack.parts().map(Stack.Part::pid).toList().equals(all)
                      && stack.parts().allMatch(Stack.Part::isAlive)));
    }
  }

  private void withstand(Target target) throws TimeoutException {
    SteadyLoad.warmUp(target.port(), readers);
    attack(target, REHEARSAL_SECONDS);
    Map<Long, Long> before = target.mebibytes();
    double stallsBefore = target.metric("blazon_event_loop_stalls_total");

    SteadyLoad load = attack(target, SECONDS);

    List<Answered> broken = load.answers(answer -> answer.is(Verdict.Kind.BROKEN));
    assertEquals(List.of(), broken.stream().limit(10).toList(), broken.size() + " are broken");
    List<Answered> changed =
        load.answers(
            answer -> answer.sort().equals(Readers.REPEATED) && !answer.is(Verdict.Kind.RIGHT));
    assertEquals(List.of(), changed.stream().limit(10).toList(), changed.size() + " changed");
    double p99 = p99(load);
    assertTrue(p99 <= LONGEST_P99_SECONDS, () -> "p99 is " + p99 + " s\n" + load.summary());
    assertTrue(load.answered() > HONEST_PER_SECOND * SECONDS * 9 / 10, load::summary);
    assertTrue(target.isWhole().getAsBoolean(), "a process ended");
    assertEquals(stallsBefore, target.metric("blazon_event_loop_stalls_total"), "stalls");
    assertEquals(0, target.metric("blazon_errors_total"), "internal errors");
    assertMemoryIsBack(target, before);
  }

  /** Attacks for a while in every way at once; returns the load of the honest readers. */
  private SteadyLoad attack(Target target, int seconds) throws TimeoutException {
    List<Attacker> attackers =
        Stream.of(Attack.values()).map(attack -> Attacker.start(attack, target.port())).toList();
    try (SteadyLoad load = SteadyLoad.start(target.port(), HONEST_PER_SECOND, readers)) {
      Eventually.eventually(vertx, 2L * seconds + 10, () -> load.now() >= seconds);
      load.stop();
      System.out.println(load.summary());
      for (Attacker attacker : attackers) {
        assertTrue(attacker.rounds() > 0, "an attacker did not begin");
      }
      return load;
    } finally {
      attackers.forEach(Attacker::close);
    }
  }

  private static double p99(SteadyLoad load) {
    double[] took =
        load.answers(answer -> true).stream().mapToDouble(Answered::took).sorted().toArray();
    return took[took.length * 99 / 100];
  }

  private void assertMemoryIsBack(Target target, Map<Long, Long> before) throws TimeoutException {
    try {
      Eventually.eventually(vertx, RECOVERY_SECONDS, () -> isBack(target.mebibytes(), before));
    } finally {
      System.out.println("MiB before: " + before + ", after: " + target.mebibytes());
    }
  }

  private static boolean isBack(Map<Long, Long> now, Map<Long, Long> before) {
    return now.entrySet().stream()
        .allMatch(
            process -> process.getValue() <= before.get(process.getKey()) + MOST_GROWTH_MEBIBYTES);
  }
}
