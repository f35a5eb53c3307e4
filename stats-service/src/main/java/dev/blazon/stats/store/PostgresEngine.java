package dev.blazon.stats.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.blazon.count.Month;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL, for several nodes. Readers borrow a connection of a small pool; writers and importers
 * open one of their own. All have deadlines: a server that is frozen must not hold a thread for
 * ever.
 */
final class PostgresEngine implements Engine {

  private static final int READERS = 8;
  private static final int CONNECT_SECONDS = 2;

  /**
   * A read takes milliseconds. With a frozen server it ends after {@link #WAIT_MILLIS} for a
   * connection, or {@link #READ_SECONDS} for an answer: a page waits little more than two seconds.
   */
  private static final long WAIT_MILLIS = 500;

  private static final int READ_SECONDS = 2;

  /** The first connection may take longer: the driver is loaded, and the server may start, too. */
  private static final long OPEN_MILLIS = 10_000;

  private static final int LOGIN_SECONDS = 5;

  /** An idle connection is asked for a sign of life before it is used; the pool's least time. */
  private static final long SIGN_OF_LIFE_MILLIS = 250;

  /** The server gives up a little before the reader does, so that the connection is not lost. */
  private static final String END_SLOW_READS = "SET statement_timeout = '1500ms'";

  /**
   * A writer waits that long for one answer, unless the address says {@code socketTimeout}. Longer
   * than {@link #LOCK_SECONDS}, and than the index of a table of all projects takes to be built.
   */
  private static final int WRITE_SECONDS = 120;

  private static final int LOCK_SECONDS = 60;

  /** Giving up is no reason to wait: the server undoes what a closed connection leaves. */
  private static final int UNLOCK_MILLIS = 2000;

  /** A number that nobody else is likely to lock. */
  private static final long IMPORT_LOCK = 0x626c617a6f6eL;

  private static final long WRITE_LOCK = IMPORT_LOCK + 1;

  /** Reports must not wait until an import of downloads ends. */
  private static final long USAGE_LOCK = IMPORT_LOCK + 2;

  private final StoreLocation.Postgresql location;
  private final long writeLock;
  private final HikariDataSource readers;

  /** A source whose time to log in is not that which a reader waits, to which the pool sets it. */
  private static final class Source extends PGSimpleDataSource {

    private static final long serialVersionUID = 1;

    Source() {
      super.setLoginTimeout(LOGIN_SECONDS);
    }

    @Override
    public void setLoginTimeout(int ofPool) {}
  }

  PostgresEngine(StoreLocation.Postgresql location) throws SQLException {
    this(location, WRITE_LOCK);
  }

  static PostgresEngine ofUsage(StoreLocation.Postgresql location) throws SQLException {
    return new PostgresEngine(location, USAGE_LOCK);
  }

  private PostgresEngine(StoreLocation.Postgresql location, long writeLock) throws SQLException {
    this.location = location;
    this.writeLock = writeLock;
    HikariConfig config = new HikariConfig();
    config.setPoolName("blazon-stats");
    PGSimpleDataSource source = source();
    source.setSocketTimeout(READ_SECONDS);
    config.setDataSource(source);
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setValidationTimeout(SIGN_OF_LIFE_MILLIS);
    config.setConnectionInitSql(END_SLOW_READS);
    config.setReadOnly(true);
    config.setInitializationFailTimeout(OPEN_MILLIS);
    try {
      readers = new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  private Connection connectForWriting() throws SQLException {
    PGSimpleDataSource source = source();
    if (source.getSocketTimeout() == 0) {
      source.setSocketTimeout(WRITE_SECONDS);
    }
    return source.getConnection();
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = new Source();
    source.setURL(location.jdbcUrl());
    location.user().ifPresent(source::setUser);
    location.password().ifPresent(source::setPassword);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("blazon-stats");
    // Summaries and months are bytes: binary halves what travels.
    source.setBinaryTransfer(true);
    source.setPrepareThreshold(1);
    return source;
  }

  @Override
  public <T> T read(Read<T> read) throws SQLException {
    // The driver keeps its prepared statements when a connection goes back to the pool.
    try (Session session = new Session(readers.getConnection())) {
      return read.from(session);
    }
  }

  @Override
  public Session beginReading() throws SQLException {
    Connection connection = connectForWriting(); // With as much time for an answer.
    boolean begun = false;
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      begun = true;
      return new Session(connection);
    } finally {
      if (!begun) {
        connection.close();
      }
    }
  }

  @Override
  public Session beginWriting() throws SQLException {
    Connection connection = connectForWriting();
    boolean begun = false;
    try {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL lock_timeout = '" + LOCK_SECONDS + "s'");
        statement.execute("SELECT pg_advisory_xact_lock(" + writeLock + ")");
      }
      begun = true;
      return new Session(connection);
    } finally {
      if (!begun) {
        connection.close();
      }
    }
  }

  @Override
  public MonthMerge merge(Session writer, Month month, boolean breakdowns, MonthForms forms)
      throws SQLException {
    prepareMonth(writer, month);
    return new PostgresMonthMerge(
        connectForWriting(), writer.connection(), month, breakdowns, forms);
  }

  @Override
  public Closing.Rewrite closing() {
    return new PostgresClosing();
  }

  /** Rows of a month are a partition of their own, which an import replaces as a whole. */
  @Override
  public void prepareMonth(Session writer, Month month) throws SQLException {
    for (String table : new String[] {"project_month", "project_breakdown"}) {
      if (!hasTable(writer, partition(table, month))) {
        try (Statement statement = writer.connection().createStatement()) {
          // Made first and attached then: a partition made in place would lock out all readers.
          String name = partition(table, month);
          statement.execute("CREATE TABLE " + name + " (LIKE " + table + " INCLUDING INDEXES)");
          statement.execute("ALTER TABLE " + table + " ATTACH PARTITION " + name + bounds(month));
        }
      }
    }
  }

  private static boolean hasTable(Session session, String table) throws SQLException {
    PreparedStatement read = session.statement("SELECT to_regclass(?)");
    read.setString(1, table);
    try (ResultSet rows = read.executeQuery()) {
      rows.next();
      return rows.getString(1) != null;
    }
  }

  static String partition(String table, Month month) {
    return table + "_" + month.number();
  }

  static String bounds(Month month) {
    return " FOR VALUES FROM (" + Keys.first(month) + ") TO (" + Keys.first(month.next()) + ")";
  }

  /**
   * A lock of the server's session, which ends with the connection, however that ends. A closed
   * connection ends a moment later on the server, so the lock is given back before.
   */
  @Override
  public Optional<AutoCloseable> tryLock() throws SQLException {
    Connection connection = connectForWriting();
    boolean kept = false;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT pg_try_advisory_lock(" + IMPORT_LOCK + ")")) {
      kept = rows.next() && rows.getBoolean(1);
      return kept ? Optional.of(() -> unlock(connection)) : Optional.empty();
    } finally {
      if (!kept) {
        connection.close();
      }
    }
  }

  private static void unlock(Connection connection) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, UNLOCK_MILLIS);
      statement.execute("SELECT pg_advisory_unlock(" + IMPORT_LOCK + ")");
    }
  }

  @Override
  public String migrations() {
    return "postgresql";
  }

  @Override
  public void afterImport() throws SQLException {
    try (Connection connection = connectForWriting();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM (ANALYZE) project, project_version, ledger, ranking, distribution");
    }
  }

  /** The server checks its own pages; blobs have checksums, which every read compares. */
  @Override
  public Optional<String> findDamage() {
    return Optional.empty();
  }

  @Override
  public long bytes() throws SQLException {
    return read(
        session -> {
          PreparedStatement read = session.statement("SELECT pg_database_size(current_database())");
          try (ResultSet rows = read.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  @Override
  public void close() {
    readers.close();
  }
}
