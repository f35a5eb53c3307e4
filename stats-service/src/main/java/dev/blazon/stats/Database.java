package dev.blazon.stats;

import dev.blazon.service.DaemonThreads;
import dev.blazon.stats.packed.DamagedBlobException;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.Gate;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreException;
import dev.blazon.stats.store.StoreLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store, which is opened when it is first needed, and again after a failure. Reads and writes
 * fail apart: a long import, or a full disk, keeps nobody from reading. Calls block; thread-safe.
 */
final class Database implements AutoCloseable {

  /** A server that restarts is back within seconds; until then, each try may take some. */
  private static final Duration READ_AGAIN = Duration.ofSeconds(1);

  /** What is to be written was fetched from a source, which must not be asked for nothing. */
  private static final Duration WRITE_AGAIN = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final StoreLocation location;
  private final Gate reads;
  private final Gate writes;
  private final AtomicBoolean isDamaged = new AtomicBoolean();
  private Optional<Opened> opened = Optional.empty();
  private boolean isClosed;

  /** An open store, and its questions, which remember some answers. */
  record Opened(Store store, DownloadQueries queries) {}

  /** Something that is read from the store. */
  interface Read<T> {
    T from(Opened opened);
  }

  /** Something that is brought into the store. */
  interface Write<T> {
    T into(Store store) throws IOException, SourceException, InterruptedException;
  }

  Database(StoreLocation location, Clock clock) {
    this.location = location;
    this.reads = new Gate("the counts cannot be read", READ_AGAIN, clock);
    this.writes = new Gate("no counts can be written", WRITE_AGAIN, clock);
  }

  /**
   * Reads from the store.
   *
   * @throws StoreException if the store cannot be opened, fails, or failed a moment ago
   * @throws DamagedBlobException if what is read is damaged
   */
  <T> T read(Read<T> read) {
    reads.enter();
    try {
      T result = read.from(open());
      reads.succeeded();
      return result;
    } catch (StoreException e) {
      reads.failed(e);
      throw e;
    } catch (DamagedBlobException e) {
      damaged(e.getMessage());
      throw e;
    }
  }

  /**
   * Brings something into the store, from a source or from memory.
   *
   * @throws StoreException as {@link #read}
   * @throws UncheckedIOException if there is no room for temporary files
   */
  <T> T write(Write<T> write) throws SourceException, InterruptedException {
    writes.enter();
    Opened open = read(opened -> opened);
    try {
      T result = write.into(open.store());
      writes.succeeded();
      return result;
    } catch (SourceException e) {
      writes.succeeded();
      throw e;
    } catch (IOException e) {
      UncheckedIOException problem = new UncheckedIOException(e.getMessage(), e);
      writes.failed(problem);
      throw problem;
    } catch (StoreException | UncheckedIOException e) {
      writes.failed(e);
      throw e;
    } catch (DamagedBlobException e) {
      damaged(e.getMessage());
      throw e;
    }
  }

  private synchronized Opened open() {
    if (opened.isEmpty()) {
      if (isClosed) {
        throw new IllegalStateException("the service has stopped");
      }
      Store store = Store.open(location);
      opened = Optional.of(new Opened(store, new DownloadQueries(store)));
      DaemonThreads.named("stats-check").newThread(() -> check(store)).start();
    }
    return opened.get();
  }

  /** Looks once for damage on disk, which may take minutes. */
  private void check(Store store) {
    try {
      store.findDamage().ifPresent(this::damaged);
    } catch (RuntimeException e) {
      LOG.warn("the counts could not be checked: {}", e.getMessage());
    }
  }

  private void damaged(String what) {
    if (isDamaged.compareAndSet(false, true)) {
      LOG.error(
          "the counts at {} are damaged: {}; restore a backup, or import those days again",
          location,
          what);
    }
  }

  /** Whether it was opened, so that asking it loads nothing. */
  synchronized boolean isOpen() {
    return opened.isPresent();
  }

  boolean isFailing() {
    return reads.isFailing() || writes.isFailing();
  }

  boolean isDamaged() {
    return isDamaged.get();
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    opened.ifPresent(open -> open.store().close());
    opened = Optional.empty();
  }
}
