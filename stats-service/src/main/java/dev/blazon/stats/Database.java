package dev.blazon.stats;

import dev.blazon.service.DaemonThreads;
import dev.blazon.stats.packed.DamagedBlobException;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreException;
import dev.blazon.stats.store.StoreLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store, which is opened when it is first needed, and again after a failure. While it fails it
 * is tried once a second, and everybody in between gets the same failure at once. A failure is
 * logged when it begins and when it ends. Calls block; thread-safe.
 */
final class Database implements AutoCloseable {

  /** A server that restarts is back within seconds; until then, each try may take some. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final StoreLocation location;
  private final Clock clock;
  private final AtomicBoolean isDamaged = new AtomicBoolean();
  private Optional<Opened> opened = Optional.empty();
  private volatile Optional<Failure> failure = Optional.empty();
  private boolean isClosed;

  /** An open store, and its questions, which remember some answers. */
  record Opened(Store store, DownloadQueries queries) {}

  private record Failure(RuntimeException problem, Instant until) {}

  /** Something that is asked of the store. */
  interface Use<T> {
    T with(Opened opened);
  }

  /** Something that is brought from a source into the store. */
  interface Import<T> {
    T into(Store store) throws IOException, SourceException, InterruptedException;
  }

  Database(StoreLocation location, Clock clock) {
    this.location = location;
    this.clock = clock;
  }

  /**
   * Asks the store.
   *
   * @throws StoreException if the store cannot be opened, fails, or failed a moment ago
   * @throws DamagedBlobException if what is read is damaged
   */
  <T> T use(Use<T> use) {
    try {
      return run(store -> use.with(open()));
    } catch (SourceException | InterruptedException e) {
      throw new IllegalStateException("no source was asked", e);
    }
  }

  /**
   * Brings something into the store.
   *
   * @throws StoreException as {@link #use}
   * @throws UncheckedIOException if there is no room for temporary files
   */
  <T> T run(Import<T> work) throws SourceException, InterruptedException {
    Opened open = open();
    try {
      T result = work.into(open.store());
      succeeded();
      return result;
    } catch (IOException e) {
      UncheckedIOException problem = new UncheckedIOException(e.getMessage(), e);
      failed(problem);
      throw problem;
    } catch (StoreException | UncheckedIOException e) {
      failed(e);
      throw e;
    } catch (DamagedBlobException e) {
      damaged(e.getMessage());
      throw e;
    }
  }

  private synchronized Opened open() {
    if (failure.isPresent() && isBefore(failure.get().until())) {
      throw failure.get().problem();
    }
    if (opened.isEmpty()) {
      if (isClosed) {
        throw new IllegalStateException("the service has stopped");
      }
      try {
        Store store = Store.open(location);
        opened = Optional.of(new Opened(store, new DownloadQueries(store)));
      } catch (StoreException e) {
        failed(e);
        throw e;
      }
      Store store = opened.get().store();
      DaemonThreads.named("stats-check").newThread(() -> check(store)).start();
    }
    return opened.get();
  }

  /** The clock may have gone back. */
  private boolean isBefore(Instant until) {
    Instant now = clock.instant();
    return now.isBefore(until) && !now.isBefore(until.minus(RETRY));
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

  private synchronized void failed(RuntimeException problem) {
    if (failure.isEmpty()) {
      LOG.error("the counts cannot be used: {}", problem.getMessage());
    }
    failure = Optional.of(new Failure(problem, clock.instant().plus(RETRY)));
  }

  private void succeeded() {
    if (failure.isPresent()) {
      synchronized (this) {
        if (failure.isPresent() && !isBefore(failure.get().until())) {
          failure = Optional.empty();
          LOG.info("the counts can be used again");
        }
      }
    }
  }

  /** Whether it was opened, so that asking it loads nothing. */
  synchronized boolean isOpen() {
    return opened.isPresent();
  }

  synchronized boolean isFailing() {
    return failure.isPresent();
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
