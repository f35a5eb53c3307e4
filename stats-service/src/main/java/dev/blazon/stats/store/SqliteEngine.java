package dev.blazon.stats.store;

import dev.blazon.count.Month;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * SQLite in a folder: {@code downloads.db} with its write-ahead log, {@code import.lock}, and the
 * native library that the driver unpacks. There the service removes it after a crash, which it
 * could not in the shared folder for temporary files.
 */
final class SqliteEngine implements Engine {

  /** Reads take microseconds; more connections than this would only take memory. */
  private static final int READERS = 4;

  private static final int READER_WAIT_SECONDS = 2;

  /** Larger pages than the usual 4 KB: an import writes whole stretches of the file. */
  private static final int PAGE_BYTES = 8192;

  private static final int WRITER_CACHE_KB = 16 * 1024;

  /** A merge reads stretches of the file once, in ascending order. */
  private static final int MERGE_CACHE_KB = 4 * 1024;

  private static final int READER_CACHE_KB = 2 * 1024;

  /**
   * The file is never mapped into memory: when a mapped file is cut, or its disk fails, the system
   * ends the whole process, and badges with it.
   */
  private static final int MAP_BYTES = 0;

  private static final long LOG_BYTES = 64L << 20;

  /**
   * A commit that makes the log this long (8 MB) moves it into the file: else it would grow with
   * every small import.
   */
  private static final int LOG_PAGES = 1024;

  /**
   * The folders in which this process imports. The system's lock is one of the process: closing a
   * second channel of the file would give it up.
   */
  private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

  private static final int BUSY_MILLIS = 10_000;

  private final Path folder;
  private final Path file;
  private final String synchronous;
  private final BlockingQueue<Session> readers = new ArrayBlockingQueue<>(READERS);
  private int opened;

  SqliteEngine(Path folder) throws SQLException {
    // An import that the machine's end undoes is done again.
    this(folder, "downloads.db", "NORMAL");
  }

  static SqliteEngine ofUsage(Path folder) throws SQLException {
    // Nobody sends an acknowledged report again.
    return new SqliteEngine(folder, "usage.db", "FULL");
  }

  private SqliteEngine(Path folder, String name, String synchronous) throws SQLException {
    this.folder = folder;
    this.file = folder.resolve(name);
    this.synchronous = synchronous;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException("the folder " + folder + " cannot be made", e);
    }
    // The driver reads it once, when it loads its native library.
    if (System.getProperty("org.sqlite.tmpdir") == null) {
      System.setProperty("org.sqlite.tmpdir", folder.toString());
    }
  }

  private Session open(int cacheKilobytes) throws SQLException {
    Properties properties = new Properties();
    // Else the driver prepares and runs another statement after each that writes.
    properties.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.pragmaName, "false");
    // Asked of the driver when autocommit is off: only one writer may begin.
    properties.setProperty(SQLiteConfig.Pragma.TRANSACTION_MODE.pragmaName, "IMMEDIATE");
    Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=" + BUSY_MILLIS);
      statement.execute("PRAGMA page_size=" + PAGE_BYTES);
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=" + synchronous);
      statement.execute("PRAGMA journal_size_limit=" + LOG_BYTES);
      statement.execute("PRAGMA wal_autocheckpoint=" + LOG_PAGES);
      statement.execute("PRAGMA cache_size=-" + cacheKilobytes);
      statement.execute("PRAGMA mmap_size=" + MAP_BYTES);
      statement.execute("PRAGMA temp_store=MEMORY");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return new Session(connection);
  }

  @Override
  public <T> T read(Read<T> read) throws SQLException {
    Session session = borrow();
    try {
      return read.from(session);
    } finally {
      readers.add(session);
    }
  }

  private Session borrow() throws SQLException {
    Session free = readers.poll();
    if (free != null) {
      return free;
    }
    synchronized (this) {
      if (opened < READERS) {
        opened++;
        boolean done = false;
        try {
          Session session = open(READER_CACHE_KB);
          done = true;
          return session;
        } finally {
          opened -= done ? 0 : 1;
        }
      }
    }
    try {
      free = readers.poll(READER_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (free == null) {
      throw new SQLException("all connections are busy");
    }
    return free;
  }

  @Override
  public Session beginReading() throws SQLException {
    Session reader = open(READER_CACHE_KB);
    boolean begun = false;
    try (Statement statement = reader.connection().createStatement()) {
      statement.execute("BEGIN");
      begun = true;
      return reader;
    } finally {
      if (!begun) {
        reader.close();
      }
    }
  }

  @Override
  public Session beginWriting() throws SQLException {
    Session writer = open(WRITER_CACHE_KB);
    boolean begun = false;
    try {
      // The driver begins a transaction before the next statement, and takes the lock then.
      writer.connection().setAutoCommit(false);
      begun = true;
      return writer;
    } finally {
      if (!begun) {
        writer.close();
      }
    }
  }

  @Override
  public MonthMerge merge(Session writer, Month month, boolean breakdowns, MonthForms forms)
      throws SQLException {
    return new SqliteMonthMerge(open(MERGE_CACHE_KB), writer, month, breakdowns, forms);
  }

  @Override
  public Closing.Rewrite closing() {
    return new SqliteClosing();
  }

  @Override
  public void prepareMonth(Session writer, Month month) {}

  /** A lock of the operating system: it ends with the process, however that ends. */
  @Override
  public Optional<AutoCloseable> tryLock() throws SQLException {
    Path key = folder.toAbsolutePath().normalize();
    if (!LOCKED.add(key)) {
      return Optional.empty();
    }
    Optional<AutoCloseable> taken = Optional.empty();
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("import.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
      } else {
        taken = Optional.of(() -> unlock(channel, key));
      }
      return taken;
    } catch (IOException e) {
      throw new SQLException("the lock of importers in " + folder + " cannot be taken", e);
    } finally {
      if (taken.isEmpty()) {
        LOCKED.remove(key);
      }
    }
  }

  private static void unlock(FileChannel channel, Path key) throws IOException {
    try (channel) {
      LOCKED.remove(key);
    }
  }

  @Override
  public String migrations() {
    return "sqlite";
  }

  @Override
  public void afterImport() throws SQLException {
    try (Session session = open(READER_CACHE_KB);
        Statement statement = session.connection().createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  @Override
  public Optional<String> findDamage() throws SQLException {
    try (Session session = open(READER_CACHE_KB)) {
      try (ResultSet rows = session.statement("PRAGMA quick_check(1)").executeQuery()) {
        String first = rows.next() ? rows.getString(1) : "no answer";
        if (!first.equals("ok")) {
          return Optional.of(first);
        }
      }
      // It looks at the pages' structure only, and not at what is in them.
      return PackedColumns.findDamage(session);
    }
  }

  @Override
  public long bytes() throws SQLException {
    try {
      long log = Files.exists(wal()) ? Files.size(wal()) : 0;
      return Files.size(file) + log;
    } catch (IOException e) {
      throw new SQLException("the size of " + file + " cannot be read", e);
    }
  }

  private Path wal() {
    return folder.resolve(file.getFileName() + "-wal");
  }

  @Override
  public void close() {
    Session session = readers.poll();
    while (session != null) {
      try {
        session.close();
      } catch (SQLException e) {
        throw new StoreException("a connection to " + file + " cannot be closed", e);
      }
      session = readers.poll();
    }
  }
}
