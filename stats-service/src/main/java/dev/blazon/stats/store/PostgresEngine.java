package dev.blazon.stats.store;

import dev.blazon.stats.count.Month;
import java.sql.SQLException;
import java.util.Optional;

/** PostgreSQL. */
final class PostgresEngine implements Engine {

  PostgresEngine(StoreLocation.Postgresql location) {}

  @Override
  public <T> T read(Read<T> read) throws SQLException {
    throw new SQLException("not yet");
  }

  @Override
  public Session beginWriting() throws SQLException {
    throw new SQLException("not yet");
  }

  @Override
  public void endWriting(Session writer, boolean commit) throws SQLException {}

  @Override
  public MonthMerge merge(Session writer, Month month, boolean breakdowns) throws SQLException {
    throw new SQLException("not yet");
  }

  @Override
  public void prepareMonth(Session writer, Month month) throws SQLException {}

  @Override
  public Optional<AutoCloseable> tryLock() throws SQLException {
    return Optional.empty();
  }

  @Override
  public String migrations() {
    return "postgresql";
  }

  @Override
  public void afterImport() throws SQLException {}

  @Override
  public Optional<String> findDamage() throws SQLException {
    return Optional.empty();
  }

  @Override
  public long bytes() throws SQLException {
    return 0;
  }

  @Override
  public void close() {}
}
