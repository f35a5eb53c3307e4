package dev.blazon.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.stats.store.StoreException;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.testing.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private Database database;
  private int tries;

  private void open(Path place) {
    database = new Database(new StoreLocation.Sqlite(place), clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_full_disk_keeps_nobody_from_reading_and_is_tried_again_at_a_bounded_pace()
      throws Exception {
    open(folder);
    assertThrows(UncheckedIOException.class, this::fail);
    assertThrows(UncheckedIOException.class, this::fail);
    assertEquals(1, tries);
    assertTrue(database.isFailing());
    assertEquals(0, read());
    clock.advance(Duration.ofSeconds(30));
    assertThrows(UncheckedIOException.class, this::fail);
    assertEquals(2, tries);
    clock.advance(Duration.ofSeconds(30));
    database.write(store -> tries++);
    assertEquals(3, tries);
    assertFalse(database.isFailing());
  }

  private void fail() throws Exception {
    database.write(
        store -> {
          tries++;
          throw new IOException("no space left");
        });
  }

  @Test
  void while_it_cannot_be_opened_it_is_tried_once_a_second() throws Exception {
    Path place = Files.writeString(folder.resolve("store"), "a file");
    open(place);
    StoreException first = assertThrows(StoreException.class, this::read);
    Files.delete(place);
    assertSame(first, assertThrows(StoreException.class, this::read));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(0, read());
    assertFalse(database.isFailing());
  }

  @Test
  void a_clock_that_goes_back_does_not_make_a_failure_last() throws Exception {
    Path place = Files.writeString(folder.resolve("store"), "a file");
    open(place);
    assertThrows(StoreException.class, this::read);
    Files.delete(place);
    clock.advance(Duration.ofDays(-1));
    assertEquals(0, read());
  }

  private int read() {
    return database.read(open -> open.store().ledger().entries().size());
  }
}
