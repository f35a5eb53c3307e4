package dev.blazon.api.lookup.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.PrivateFolder;
import dev.blazon.service.RegularFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store with one file for each fact, for facts whose upstream limits requests strictly, when
 * there is no Redis. A file is written under a temporary name and moved into place, so that no
 * process reads half a file. Reads and writes on worker threads. If the folder cannot be written,
 * nothing is stored, and one warning is logged. Thread-safe.
 */
public final class FileFactStore implements FactStore {

  private static final Logger LOG = LoggerFactory.getLogger(FileFactStore.class);
  private static final int WORKERS = 2;

  /** Reading a file takes microseconds; after this time the upstream is asked instead. */
  private static final Duration READ_DEADLINE = Duration.ofMillis(250);

  /** Reads and writes that may wait; a disk that hangs must not collect more. */
  private static final int QUEUE = 1_022;

  private final Path folder;
  private final BoundedWorkers workers;
  private final AtomicBoolean failureLogged = new AtomicBoolean();

  public FileFactStore(
      Vertx vertx, Path folder, Duration retention, Clock clock, MeterRegistry registry) {
    this.folder = folder;
    this.workers = new BoundedWorkers(vertx, "fact-files", WORKERS, QUEUE, registry);
    Instant oldest = clock.instant().minus(retention);
    workers.run(() -> deleteOlderThan(oldest)).onFailure(this::logOnce);
  }

  @Override
  public Optional<LookupMetrics.Tier> tier() {
    return Optional.of(LookupMetrics.Tier.FILES);
  }

  @Override
  public Future<StoredValue> get(String key) {
    return workers
        .run(() -> read(file(key)))
        .timeout(READ_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(
            error -> {
              logOnce(error);
              return StoredValue.NOTHING;
            });
  }

  @Override
  public void put(String key, Supplier<Optional<byte[]>> value, Duration timeToLive) {
    workers.run(() -> write(file(key), value.get())).onFailure(this::logOnce);
  }

  @Override
  public Future<Void> close() {
    return workers.close();
  }

  private static StoredValue read(Path file) throws IOException {
    try {
      PrivateFolder.check(file.getParent());
      return new StoredValue.Bytes(RegularFile.read(file, CachedFactCodec.MAX_BYTES));
    } catch (NoSuchFileException e) {
      return StoredValue.NOTHING;
    } catch (RegularFile.UnusableException e) {
      return new StoredValue.Unusable(e.getReason());
    }
  }

  private static Void write(Path file, Optional<byte[]> value) throws IOException {
    if (value.isPresent()) {
      write(file, value.get());
    }
    return null;
  }

  private static void write(Path file, byte[] value) throws IOException {
    PrivateFolder.create(file.getParent());
    Path temporary = Files.createTempFile(file.getParent(), "new", ".tmp");
    try {
      Files.write(temporary, value);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Also deletes the temporary files of killed processes. */
  private Void deleteOlderThan(Instant oldest) throws IOException {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> Files.isRegularFile(file, NOFOLLOW_LINKS)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path file : files) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
        Files.deleteIfExists(file);
      }
    }
    return null;
  }

  /**
   * The file of a key. Its name is a digest, because keys come from URLs; its first two digits name
   * a folder, so that no folder has too many files.
   */
  private Path file(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      String name = HexFormat.of().formatHex(digest, 0, 16);
      return folder.resolve(name.substring(0, 2)).resolve(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void logOnce(Throwable error) {
    if (failureLogged.compareAndSet(false, true)) {
      LOG.warn(
          "facts cannot be read from or stored in {} (logged once): {}", folder, error.toString());
    }
  }
}
