package dev.blazon.imaging.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.testing.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskCacheTest {

  private static final Duration DAY = Duration.ofHours(24);
  private static final long PLENTY = 1 << 20;
  private static final long BLOCK = 4096;
  private static final String KEY = "svg?message=yes";
  private static final Buffer BODY = Buffer.buffer("<svg/>");

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  private DiskCache cache(long maxBytes) {
    return new DiskCache(folder, DAY, maxBytes, clock, metrics);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private double count(String result) {
    return metrics.counter("blazon.disk.cache.reads", "result", result).count();
  }

  private double failures() {
    return metrics.counter("blazon.disk.cache.failures").count();
  }

  @Test
  void a_stored_picture_survives_a_restart() {
    cache(PLENTY).write(KEY, BODY);

    assertEquals(BODY, cache(PLENTY).read(KEY).orElseThrow());
    assertEquals(Optional.empty(), cache(PLENTY).read("png?message=yes"));
    assertEquals(1, count("hit"));
    assertEquals(1, count("miss"));
  }

  @Test
  void a_picture_expires_after_its_time() throws IOException {
    DiskCache cache = cache(PLENTY);
    cache.write(KEY, BODY);

    clock.advance(DAY.minusSeconds(1));
    cache.sweep();
    assertTrue(cache.read(KEY).isPresent());

    clock.advance(Duration.ofSeconds(1));
    assertFalse(cache.read(KEY).isPresent());
    cache.sweep();
    assertEquals(List.of(), files());
  }

  @Test
  void a_picture_from_the_future_expires() {
    DiskCache cache = cache(PLENTY);
    clock.advance(DAY.multipliedBy(365));
    cache.write(KEY, BODY);
    clock.advance(DAY.multipliedBy(-365));

    assertFalse(cache.read(KEY).isPresent());
  }

  @Test
  void any_damage_to_a_file_is_noticed() throws IOException {
    DiskCache cache = cache(PLENTY);
    cache.write(KEY, BODY);
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);

    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      Files.write(file, damaged);
      assertFalse(cache.read(KEY).isPresent(), "byte " + i + " changed");
      assertFalse(Files.exists(file), "deleted");
      Files.write(file, Arrays.copyOf(whole, i));
      assertFalse(cache.read(KEY).isPresent(), "cut after byte " + i);
    }
    assertEquals(2.0 * whole.length, count("corrupted"));
    Files.write(file, whole);
    assertTrue(cache.read(KEY).isPresent());
  }

  @Test
  void a_file_of_another_key_under_this_name_is_ignored() throws IOException {
    DiskCache cache = cache(PLENTY);
    cache.write(KEY, BODY);
    byte[] other = Files.readAllBytes(files().get(0));
    String name = CacheFile.name("another");
    Path file = folder.resolve(name.substring(0, 2)).resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, other);

    assertFalse(cache.read("another").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../etc/passwd",
        "/etc/passwd",
        "svg?label=..%2F..%2F",
        "nul\0byte",
        "C:\\con",
        "",
        "\ud800"
      })
  void no_key_is_ever_part_of_a_path(String key) throws IOException {
    cache(PLENTY).write(key, BODY);

    assertEquals(BODY, cache(PLENTY).read(key).orElseThrow());
    String file = folder.relativize(files().get(0)).toString().replace('\\', '/');
    assertTrue(file.matches("[0-9a-f]{2}/[0-9a-f]{64}"), file);
  }

  @Test
  void the_oldest_are_deleted_when_the_folder_is_full() {
    DiskCache cache = cache(10 * BLOCK);
    for (int i = 0; i < 11; i++) {
      cache.write("key " + i, BODY);
      clock.advance(Duration.ofSeconds(1));
    }

    List<Integer> remaining =
        IntStream.range(0, 11).filter(i -> cache.read("key " + i).isPresent()).boxed().toList();
    assertEquals(List.of(2, 3, 4, 5, 6, 7, 8, 9, 10), remaining);
    assertEquals(9.0 * BLOCK, metrics.get("blazon.disk.cache.size").gauge().value());
  }

  @Test
  void a_sweep_deletes_abandoned_files_and_leaves_those_of_others_alone() throws IOException {
    cache(PLENTY).write(KEY, BODY);
    Path shard = files().get(0).getParent();
    Path abandoned = Files.createFile(shard.resolve("blazon-1.tmp"));
    Path underWay = Files.createFile(shard.resolve("blazon-2.tmp"));
    Path foreign = Files.createFile(shard.resolve("notes.txt"));
    Path besides = Files.createFile(folder.resolve("README"));
    Path folderOfOthers = Files.createDirectory(folder.resolve("photos"));
    Path photo = Files.createFile(folderOfOthers.resolve(CacheFile.name(KEY)));
    Files.setLastModifiedTime(abandoned, FileTime.from(clock.instant().minus(Duration.ofHours(2))));
    Files.setLastModifiedTime(underWay, FileTime.from(clock.instant()));
    for (Path old : List.of(foreign, besides, photo)) {
      Files.setLastModifiedTime(old, FileTime.fromMillis(0));
    }

    cache(PLENTY).sweep();

    assertFalse(Files.exists(abandoned));
    for (Path remaining : List.of(underWay, foreign, besides, photo)) {
      assertTrue(Files.exists(remaining), remaining.toString());
    }
  }

  @Test
  void a_file_in_place_of_the_folder_only_disables_the_cache() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    DiskCache cache = new DiskCache(file, DAY, PLENTY, clock, metrics);

    cache.write(KEY, BODY);
    cache.sweep();

    assertFalse(cache.read(KEY).isPresent());
    assertTrue(failures() >= 2, "failures are counted");
  }

  @Test
  void a_deleted_folder_is_created_again_by_the_next_write() throws IOException {
    DiskCache cache = cache(PLENTY);
    cache.write(KEY, BODY);
    for (Path file : files()) {
      Files.delete(file);
      Files.delete(file.getParent());
    }
    Files.delete(folder);

    assertFalse(cache.read(KEY).isPresent());
    cache.sweep();
    assertEquals(0, failures());
    cache.write(KEY, BODY);
    assertTrue(cache.read(KEY).isPresent());
  }

  /**
   * The full disk is simulated: a real one would need a separate file system, and root to mount it.
   */
  @Test
  void a_full_disk_still_serves_its_pictures() {
    FullDisk disk = new FullDisk(new LocalFolder(folder, clock));
    DiskCache cache = new DiskCache(disk, DAY, PLENTY, clock, metrics);
    cache.write(KEY, BODY);
    disk.fill();

    cache.write("another", BODY);
    cache.write("one more", BODY);

    assertEquals(2, failures());
    assertFalse(cache.read("another").isPresent());
    assertTrue(cache.read(KEY).isPresent());
  }

  @Test
  void two_processes_can_write_read_and_sweep_the_same_keys() {
    List<DiskCache> processes = List.of(cache(8 * BLOCK), cache(8 * BLOCK));
    CompletableFuture<?>[] workers =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.runAsync(() -> hammer(processes.get(i % 2), i)))
            .toArray(CompletableFuture<?>[]::new);

    CompletableFuture.allOf(workers).join();

    assertEquals(0, failures());
    assertEquals(0, count("corrupted"), "no reader saw a partial file");
  }

  private static void hammer(DiskCache cache, int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      String key = "key " + random.nextInt(12);
      // As long as several writes of one buffer, so that a partial file would be noticed.
      Buffer body = Buffer.buffer(key.repeat(1 + random.nextInt(2000)));
      cache.write(key, body);
      cache.read(key).ifPresent(remaining -> assertTrue(remaining.toString().startsWith(key)));
    }
  }
}
