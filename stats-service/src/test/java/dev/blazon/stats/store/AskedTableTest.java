package dev.blazon.stats.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.count.Day;
import dev.blazon.stats.testing.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AskedTableTest {

  private static final Day NEWEST = Day.of(2026, 9, 27);

  @TempDir private Path folder;

  @Test
  void projects_that_are_asked_for_and_behind_survive_a_restart() {
    check(new StoreLocation.Sqlite(folder));
  }

  @Test
  @Tag("processes")
  void postgresql_keeps_them_alike() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      check(StoreLocation.parse(server.newDatabase()));
    }
  }

  private static void check(StoreLocation location) {
    AskedProject forgotten = asked("forgotten", 1, 40);
    AskedProject lately = asked("lately", 1, 0);
    AskedProject earlier = asked("earlier", 9, 3);
    try (Store store = Store.open(location)) {
      store.noteAsked(List.of(asked("lately", 5, 2)), NEWEST.minus(30));
      store.noteAsked(List.of(lately, earlier, asked("done", 0, 0)), NEWEST.minus(30));
      store.noteAsked(List.of(forgotten), NEWEST.minus(100));
    }
    try (Store store = Store.open(location)) {
      assertEquals(List.of(lately, earlier), store.askedBehind(NEWEST, NEWEST.minus(30), 9));
      assertEquals(List.of(lately), store.askedBehind(NEWEST, NEWEST.minus(30), 1));
      store.noteCounted(List.of("lately", "unknown"), NEWEST);
      assertEquals(List.of(earlier, forgotten), store.askedBehind(NEWEST, NEWEST.minus(99), 9));
      store.noteAsked(List.of(), NEWEST.minus(30));
      assertEquals(List.of(earlier), store.askedBehind(NEWEST, NEWEST.minus(99), 9));
    }
  }

  private static AskedProject asked(String name, int daysBehind, int daysAgo) {
    return new AskedProject(name, NEWEST.minus(daysBehind), NEWEST.minus(daysAgo));
  }
}
