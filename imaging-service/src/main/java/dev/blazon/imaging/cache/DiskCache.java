package dev.blazon.imaging.cache;

import dev.blazon.imaging.cache.FileStore.StoredFile;
import dev.blazon.service.RegularFile;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cache of pictures on disk, for a day by default. It survives restarts, and several processes
 * may share a folder.
 *
 * <p>All methods block, so call them on worker threads. None throws if the disk fails: with a full,
 * read-only or missing disk, only the cache is lost. A failure is logged once, and counted in
 * {@code blazon_disk_cache_failures_total}. Thread-safe.
 */
public final class DiskCache {

  private static final Logger LOG = LoggerFactory.getLogger(DiskCache.class);

  /** The part of the maximum size that a sweep leaves, so that the next write need not sweep. */
  private static final double LEFT_BY_A_SWEEP = 0.9;

  private final FileStore files;
  private final Duration timeToLive;
  private final long maxBytes;
  private final Clock clock;

  private final Counter hits;
  private final Counter misses;
  private final Counter corrupted;
  private final Counter failures;

  /** The size known to this process; others may have written since the last sweep. */
  private final AtomicLong bytes = new AtomicLong();

  private final ReentrantLock sweeping = new ReentrantLock();
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * Creates a cache in a folder, which is created when the first picture is written.
   *
   * @param timeToLive how long a picture is valid
   * @param maxBytes the maximum size of the folder, in bytes; the oldest pictures are deleted first
   */
  public DiskCache(
      Path folder, Duration timeToLive, long maxBytes, Clock clock, MeterRegistry metrics) {
    this(new LocalFolder(folder, clock), timeToLive, maxBytes, clock, metrics);
  }

  DiskCache(
      FileStore files, Duration timeToLive, long maxBytes, Clock clock, MeterRegistry metrics) {
    this.files = files;
    this.timeToLive = timeToLive;
    this.maxBytes = maxBytes;
    this.clock = clock;
    this.hits = reads(metrics, "hit");
    this.misses = reads(metrics, "miss");
    this.corrupted = reads(metrics, "corrupted");
    this.failures = metrics.counter("blazon.disk.cache.failures");
    Gauge.builder("blazon.disk.cache.size", bytes, AtomicLong::get)
        .strongReference(true)
        .baseUnit("bytes")
        .register(metrics);
  }

  private static Counter reads(MeterRegistry metrics, String result) {
    return metrics.counter("blazon.disk.cache.reads", "result", result);
  }

  /** The picture stored under the key, unless it is too old. What is no picture is deleted. */
  public Optional<Buffer> read(String key) {
    String name = CacheFile.name(key);
    try {
      Optional<CacheFile> file = CacheFile.decode(files.read(name), key);
      if (file.isEmpty()) {
        corrupted.increment();
        delete(name);
        return Optional.empty();
      }
      if (isFresh(file.get().written())) {
        hits.increment();
        return file.map(CacheFile::body);
      }
    } catch (NoSuchFileException e) {
      // The usual miss.
    } catch (RegularFile.UnusableException e) {
      corrupted.increment();
      delete(name);
      return Optional.empty();
    } catch (IOException e) {
      failed(e);
    }
    misses.increment();
    return Optional.empty();
  }

  /** Stores a picture, and sweeps if the folder becomes too large. */
  public void write(String key, Buffer body) {
    Instant now = clock.instant();
    byte[] content = new CacheFile(now, body).encode(key);
    try {
      long written = files.write(CacheFile.name(key), content, now);
      if (bytes.addAndGet(written) > maxBytes) {
        sweep();
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  /**
   * Deletes expired pictures and, if the folder is still too large, the oldest ones. Does nothing
   * while another thread sweeps.
   */
  public void sweep() {
    if (!sweeping.tryLock()) {
      return;
    }
    try {
      long remaining = deleteExpired();
      bytes.set(remaining > maxBytes ? deleteOldest(remaining) : remaining);
    } catch (IOException e) {
      failed(e);
    } finally {
      sweeping.unlock();
    }
  }

  /** Returns how many bytes are left. */
  private long deleteExpired() throws IOException {
    AtomicLong remaining = new AtomicLong();
    files.forEach(
        file -> {
          if (isFresh(file.modified())) {
            remaining.addAndGet(file.bytes());
          } else {
            delete(file.name());
          }
        });
    return remaining.get();
  }

  /** Returns how many bytes are left. */
  private long deleteOldest(long held) throws IOException {
    List<StoredFile> byAge = new ArrayList<>();
    files.forEach(byAge::add);
    byAge.sort(Comparator.comparing(StoredFile::modified));
    long left = held;
    for (StoredFile file : byAge) {
      if (left <= maxBytes * LEFT_BY_A_SWEEP) {
        break;
      }
      delete(file.name());
      left -= file.bytes();
    }
    return left;
  }

  private void delete(String name) {
    try {
      files.delete(name);
    } catch (IOException e) {
      failed(e);
    }
  }

  /** A time too far in the future counts as expired, too: some clock was wrong. */
  private boolean isFresh(Instant written) {
    return Duration.between(written, clock.instant()).abs().compareTo(timeToLive) < 0;
  }

  private void failed(IOException e) {
    failures.increment();
    if (warned.compareAndSet(false, true)) {
      LOG.warn(
          "the disk cache fails, pictures are painted instead (logged once): {}", e.toString());
    }
  }
}
