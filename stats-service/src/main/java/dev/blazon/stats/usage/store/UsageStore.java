package dev.blazon.stats.usage.store;

import dev.blazon.stats.store.Connections;
import dev.blazon.stats.store.Migrations;
import dev.blazon.stats.store.Session;
import dev.blazon.stats.store.StoreException;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.usage.report.Report;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The reports that are kept, and their sums. Reads come from any thread, {@link #append} and {@link
 * #forgetBefore} from one. Calls block; all throw {@link StoreException} if the database fails.
 */
public final class UsageStore implements AutoCloseable {

  private static final Migrations MIGRATIONS =
      new Migrations(UsageStore.class, "usage_form", List.of("001-usage.sql"));

  /** Old reports are deleted in pieces, so that new ones need not wait long. */
  private static final int DELETED_AT_ONCE = 5_000;

  private final Connections connections;
  private Dictionary written = new Dictionary();
  private final Dictionary read = new Dictionary();

  private UsageStore(Connections connections) {
    this.connections = connections;
  }

  /**
   * Opens the database.
   *
   * @param dimensions the paths by which sums are kept from now on
   */
  public static UsageStore open(StoreLocation location, List<String> dimensions) {
    Connections connections = Connections.toUsage(location);
    boolean isOpen = false;
    try {
      MIGRATIONS.run(connections);
      UsageStore store = new UsageStore(connections);
      store.write(writer -> list(writer, dimensions));
      isOpen = true;
      return store;
    } catch (SQLException e) {
      throw new StoreException("the database of usage reports cannot be opened", e);
    } finally {
      if (!isOpen) {
        connections.close();
      }
    }
  }

  /** A new dimension begins with the next hour, as reports of this one may be there. */
  private static Void list(Session writer, List<String> dimensions) throws SQLException {
    Set<String> known = new HashSet<>();
    try (ResultSet rows = writer.statement("SELECT path FROM usage_dimension").executeQuery()) {
      while (rows.next()) {
        known.add(rows.getString(1));
      }
    }
    PreparedStatement delete = writer.statement("DELETE FROM usage_dimension WHERE path = ?");
    for (String path : known) {
      if (!dimensions.contains(path)) {
        delete.setString(1, path);
        delete.executeUpdate();
      }
    }
    long last = number(writer, "SELECT COALESCE(MAX(hour), -1) FROM usage_hour").getAsLong();
    long next =
        Math.max(
            number(writer, "SELECT COALESCE(MAX(id), 0) FROM usage_dimension").getAsLong(),
            number(writer, "SELECT COALESCE(MAX(dimension), 0) FROM usage_value").getAsLong());
    PreparedStatement insert =
        writer.statement("INSERT INTO usage_dimension (id, path, since) VALUES (?, ?, ?)");
    for (String path : dimensions) {
      if (!known.contains(path)) {
        insert.setLong(1, ++next);
        insert.setString(2, path);
        insert.setLong(3, last + 1);
        insert.executeUpdate();
      }
    }
    return null;
  }

  static OptionalLong number(Session session, String sql) throws SQLException {
    try (ResultSet rows = session.statement(sql).executeQuery()) {
      return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
    }
  }

  /**
   * Adds reports in one transaction.
   *
   * @return for each whether it was new; a report that was seen before is not added
   */
  public List<Boolean> append(List<Report> reports, Instant now) {
    boolean done = false;
    try {
      List<Boolean> added =
          write(
              writer -> {
                written.update(writer);
                return new Batch(writer, written).add(reports, now);
              });
      done = true;
      return added;
    } catch (SQLException e) {
      throw new StoreException("usage reports cannot be written", e);
    } finally {
      if (!done) {
        written = new Dictionary(); // It may know names that were not committed.
      }
    }
  }

  /** Deletes reports that are older; their sums stay. */
  public void forgetBefore(Instant time) {
    try {
      int deleted = DELETED_AT_ONCE;
      while (deleted == DELETED_AT_ONCE) {
        deleted =
            write(
                writer -> {
                  PreparedStatement delete =
                      writer.statement(
                          "DELETE FROM usage_report WHERE id IN (SELECT id FROM usage_report"
                              + " WHERE id < ? ORDER BY id LIMIT ?)");
                  delete.setLong(1, Batch.firstId(time));
                  delete.setInt(2, DELETED_AT_ONCE);
                  int count = delete.executeUpdate();
                  if (count > 0) {
                    Batch.changed(writer);
                  }
                  return count;
                });
      }
    } catch (SQLException e) {
      throw new StoreException("old usage reports cannot be deleted", e);
    }
  }

  /** Something that is written in a transaction of its own. */
  private interface Write<T> {
    T into(Session writer) throws SQLException;
  }

  private <T> T write(Write<T> write) throws SQLException {
    Session writer = connections.beginWriting();
    boolean done = false;
    T result;
    try {
      result = write.into(writer);
      done = true;
    } finally {
      writer.end(done);
    }
    return result;
  }

  /**
   * A kept report.
   *
   * @param id ascends with time
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  public record Kept(long id, OptionalLong host, byte[] body) {
    public Instant time() {
      return Batch.time(id);
    }
  }

  /** The number that all reports since a time reach. */
  public static long firstId(Instant time) {
    return Batch.firstId(time);
  }

  /** At most {@code most} reports with {@code from <= id < to}, in the order of time. */
  public List<Kept> page(long from, long to, int most, boolean isNewestFirst) {
    return read(
        session -> {
          PreparedStatement read =
              session.statement(
                  "SELECT id, host, body FROM usage_report WHERE id >= ? AND id < ? ORDER BY id "
                      + (isNewestFirst ? "DESC" : "ASC")
                      + " LIMIT ?");
          read.setLong(1, from);
          read.setLong(2, to);
          read.setInt(3, most);
          List<Kept> kept = new ArrayList<>();
          try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
              long host = rows.getLong(2);
              kept.add(
                  new Kept(
                      rows.getLong(1),
                      rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(host),
                      rows.getBytes(3)));
            }
          }
          return kept;
        });
  }

  /** A number that changes whenever reports are added or deleted. */
  public long generation() {
    return read(session -> number(session, "SELECT generation FROM usage_state").orElse(0));
  }

  /** Takes one sum. */
  public interface SumTaker {
    /** Takes it; false ends the reading. */
    boolean take(long start, long combination, long reports);
  }

  /** The sums of hours or days (since 1970) with {@code from <= start < to}, the newest first. */
  public void sums(boolean areHours, long from, long to, SumTaker taker) {
    String unit = areHours ? "hour" : "day";
    readRows("SELECT " + unit + ", combination, reports FROM usage_" + unit, unit, from, to, taker);
  }

  /** The hosts of days with {@code from <= day < to}; the third number is the host. */
  public void hosts(long from, long to, SumTaker taker) {
    readRows("SELECT day, combination, host FROM usage_host", "day", from, to, taker);
  }

  private void readRows(String select, String unit, long from, long to, SumTaker taker) {
    read(
        session -> {
          PreparedStatement read =
              session.statement(
                  select
                      + " WHERE "
                      + unit
                      + " >= ? AND "
                      + unit
                      + " < ? ORDER BY "
                      + unit
                      + " DESC");
          read.setLong(1, from);
          read.setLong(2, to);
          try (ResultSet rows = read.executeQuery()) {
            boolean goesOn = true;
            while (goesOn && rows.next()) {
              goesOn = taker.take(rows.getLong(1), rows.getLong(2), rows.getLong(3));
            }
          }
          return taker;
        });
  }

  /** How many of the last bits are 0 in all hosts that are kept of these days. */
  public int hostShift(long from, long to) {
    return read(
        session -> {
          PreparedStatement read =
              session.statement(
                  "SELECT COALESCE(MAX(shift), 0) FROM usage_host_day WHERE day >= ? AND day < ?");
          read.setLong(1, from);
          read.setLong(2, to);
          try (ResultSet rows = read.executeQuery()) {
            rows.next();
            return rows.getInt(1);
          }
        });
  }

  /** The hour since which sums by all these paths are complete; empty if one has none. */
  public OptionalLong sumsSince(List<String> paths) {
    synchronized (read) {
      refresh();
      long since = 0;
      for (String path : paths) {
        OptionalLong of =
            read.dimensions().values().stream()
                .filter(known -> known.path().equals(path))
                .mapToLong(Dictionary.Known::since)
                .findFirst();
        if (of.isEmpty()) {
          return of;
        }
        since = Math.max(since, of.getAsLong());
      }
      return OptionalLong.of(since);
    }
  }

  /** The values of some paths in a combination; an empty list if it lacks one. */
  public List<String> values(long combination, List<String> paths) {
    synchronized (read) {
      if (!read.knows(combination)) {
        refresh();
      }
      return read.values(combination, paths);
    }
  }

  private void refresh() {
    read(
        session -> {
          read.update(session);
          return read;
        });
  }

  private <T> T read(Connections.Read<T> reading) {
    try {
      return connections.read(reading);
    } catch (SQLException e) {
      throw new StoreException("usage reports cannot be read", e);
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
