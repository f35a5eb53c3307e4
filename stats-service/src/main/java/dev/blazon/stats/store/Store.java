package dev.blazon.stats.store;

import dev.blazon.count.Day;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Month;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Window;
import dev.blazon.stats.packed.Summary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The counts that are kept. Reads block for microseconds (SQLite) or a round trip (PostgreSQL) and
 * come from any thread; imports come from one thread that holds the {@link ImportLock}.
 *
 * <p>Every method throws {@link StoreException} if the database fails, and {@link
 * dev.blazon.stats.packed.DamagedBlobException} if it gives bytes that are not what was written.
 */
public final class Store implements AutoCloseable {

  /** Another process may have imported: the ledger is read again after this time. */
  private static final long LEDGER_NANOS = 1_000_000_000L;

  /** Differs from every number of imports, so that the ledger is read again. */
  private static final long UNKNOWN = -1;

  private static final String READ_GENERATION = "SELECT generation FROM progress";

  /** The parts of the database that are small and needed by each answer. */
  private record Known(long generation, Ledger ledger, Names names, long readAt) {}

  private final Engine engine;
  private volatile Known known;

  /**
   * Opens a database, and brings it to the form of this release.
   *
   * @throws StoreException if it cannot be opened, or is of a newer release
   */
  public static Store open(StoreLocation location) {
    try {
      Engine engine = engine(location);
      boolean opened = false;
      try {
        Migrations.run(engine, Migrations.NEWEST);
        Store store = new Store(engine);
        opened = true;
        return store;
      } finally {
        if (!opened) {
          engine.close();
        }
      }
    } catch (SQLException e) {
      throw new StoreException("the database at " + location + " cannot be opened", e);
    }
  }

  static Engine engine(StoreLocation location) throws SQLException {
    return location instanceof StoreLocation.Postgresql postgresql
        ? new PostgresEngine(postgresql)
        : new SqliteEngine(((StoreLocation.Sqlite) location).folder());
  }

  private Store(Engine engine) throws SQLException {
    this.engine = engine;
    this.known = engine.read(Store::readKnown);
  }

  private static Known readKnown(Session session) throws SQLException {
    long generation = generation(session);
    return new Known(generation, LedgerTable.read(session), Names.read(session), System.nanoTime());
  }

  private static long generation(Session session) throws SQLException {
    try (ResultSet rows = session.statement(READ_GENERATION).executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Known known() {
    Known last = known;
    if (System.nanoTime() - last.readAt < LEDGER_NANOS) {
      return last;
    }
    Known now =
        read(
            "the ledger cannot be read",
            session ->
                generation(session) == last.generation
                    ? new Known(last.generation, last.ledger, last.names, System.nanoTime())
                    : readKnown(session));
    known = now;
    return now;
  }

  /** Notes that an import was committed: which it stays, even if the database fails right after. */
  void imported() {
    try {
      known = read("the ledger cannot be read", Store::readKnown);
    } catch (StoreException e) {
      Known last = known;
      known = new Known(UNKNOWN, last.ledger, last.names, last.readAt - LEDGER_NANOS);
    }
  }

  /** The ledger; at most a second behind an import of another process. */
  public Ledger ledger() {
    return known().ledger;
  }

  /** The names of categories and sources. */
  public Names names() {
    return known().names;
  }

  /** A number that changes with every import. */
  public long generation() {
    return known().generation;
  }

  /** A project by its normalised name; empty if it was never counted. */
  public Optional<StoredProject> project(String name) {
    return read("a project cannot be read", session -> ProjectReader.project(session, name));
  }

  /**
   * Those of the months in which the project has downloads, in ascending order.
   *
   * @throws StoreException also if a month is missing in which its summary has downloads
   */
  public List<StoredMonth> months(StoredProject project, List<Month> months) {
    List<StoredMonth> found =
        read(
            "months cannot be read",
            session -> ProjectReader.months(session, project.id(), months));
    Summary summary = project.summary();
    for (int i = 0; i < summary.recentCount(); i++) {
      Month month = new Day(summary.recentDay(i)).month();
      if (months.contains(month) && found.stream().noneMatch(is -> is.month().equals(month))) {
        throw new StoreException("the days of " + month + " are missing, which had downloads");
      }
    }
    return found;
  }

  /** The breakdowns of a project in some months, in ascending order. */
  public List<StoredMonth> breakdowns(int project, List<Month> months) {
    return read(
        "breakdowns cannot be read", session -> ProjectReader.breakdowns(session, project, months));
  }

  /** The packed versions of a project; empty if it has none. */
  public byte[] versions(int project) {
    return read("versions cannot be read", session -> ProjectReader.versions(session, project));
  }

  /** The first places of a ranking. */
  public List<RankedProject> ranking(RankingList list, Measure measure, int places) {
    return read(
        "a ranking cannot be read",
        session -> RankingReader.ranking(session, list, measure, places));
  }

  /** The packed distribution of a window; empty before the first import. */
  public byte[] distribution(Window window, Measure measure) {
    return read(
        "a distribution cannot be read",
        session -> RankingReader.distribution(session, window, measure));
  }

  /** The right to import; empty if another importer has it. */
  public Optional<ImportLock> lockForImport() {
    try {
      return engine.tryLock().map(lock -> new ImportLock(this, engine, lock));
    } catch (SQLException e) {
      throw new StoreException("the lock of importers cannot be taken", e);
    }
  }

  /**
   * Begins an import of few projects, which needs no lock of importers. It waits for seconds while
   * another import writes.
   *
   * @throws StoreException if that takes too long
   */
  public ImportTransaction beginSmallImport() {
    return new ImportTransaction(this, engine);
  }

  /**
   * Notes that readers asked for projects, and forgets those that nobody has asked for since a day.
   * It waits for seconds while an import writes.
   */
  public void noteAsked(Collection<AskedProject> projects, Day forgottenBefore) {
    write(
        "it cannot be noted which projects are asked for",
        writer -> {
          AskedTable.put(writer, projects);
          AskedTable.forget(writer, forgottenBefore);
        });
  }

  /** Notes up to which day projects are counted, if readers ask for them. */
  public void noteCounted(Collection<String> names, Day countedTo) {
    write(
        "it cannot be noted which projects are up to date",
        writer -> AskedTable.putCounted(writer, names, countedTo));
  }

  /**
   * Projects that readers asked for since a day, and that are not counted up to the newest day.
   *
   * @param most how many; those that were asked for last come first
   */
  public List<AskedProject> askedBehind(Day newest, Day askedSince, int most) {
    return read(
        "the projects that are asked for cannot be read",
        session -> AskedTable.behind(session, newest, askedSince, most));
  }

  /** For {@link ImportLock}. */
  boolean closeNext(Month before) {
    AtomicBoolean isMore = new AtomicBoolean();
    write(
        "a month cannot be closed",
        writer -> isMore.set(Closing.step(writer, before, engine.closing())));
    return isMore.get();
  }

  /** Something that is written in a transaction of its own. */
  private interface Write {
    void into(Session writer) throws SQLException;
  }

  private void write(String failure, Write write) {
    try {
      Session writer = engine.beginWriting();
      boolean done = false;
      try {
        write.into(writer);
        done = true;
      } finally {
        writer.end(done);
      }
    } catch (SQLException e) {
      throw new StoreException(failure, e);
    }
  }

  /** For {@link ImportLock}: in PostgreSQL no import can end while a snapshot is read. */
  StoreSnapshot snapshot() {
    try {
      return new StoreSnapshot(engine.beginReading());
    } catch (SQLException e) {
      throw new StoreException("reading cannot begin", e);
    }
  }

  /** Work that is due after the last import of several: gives disk space back. May take seconds. */
  public void afterImports() {
    try {
      engine.afterImport();
    } catch (SQLException e) {
      throw new StoreException("the database cannot be tidied", e);
    }
  }

  /**
   * Checks what is on disk; empty if nothing is wrong. May take minutes: for a thread of its own.
   */
  public Optional<String> findDamage() {
    try {
      return engine.findDamage();
    } catch (SQLException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Bytes that the database takes on disk. */
  public long bytes() {
    try {
      return engine.bytes();
    } catch (SQLException e) {
      throw new StoreException("the size cannot be read", e);
    }
  }

  private <T> T read(String failure, Connections.Read<T> read) {
    try {
      return engine.read(read);
    } catch (SQLException e) {
      throw new StoreException(failure, e);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
