package dev.blazon.stats.usage.store;

import dev.blazon.stats.store.Session;
import dev.blazon.stats.usage.report.Report;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reports of one transaction, with their sums. For one thread. */
final class Batch {

  /** The bits of a report's number that count within a millisecond. */
  private static final int PLACE_BITS = 12;

  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
  private static final long DAY_HOURS = 24;

  /**
   * Rows of hosts that a day keeps: 3 MB; beyond, half of all hosts are left out, again and again.
   */
  private static final long MOST_HOSTS = 200_000;

  private static final String ADD_REPORT =
      "INSERT INTO usage_report (id, seen, host, body) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (seen) DO NOTHING";
  private static final String ADD_HOUR =
      "INSERT INTO usage_hour (hour, combination, reports) VALUES (?, ?, ?)"
          + " ON CONFLICT (hour, combination)"
          + " DO UPDATE SET reports = usage_hour.reports + excluded.reports";
  private static final String ADD_DAY =
      "INSERT INTO usage_day (day, combination, reports) VALUES (?, ?, ?)"
          + " ON CONFLICT (day, combination)"
          + " DO UPDATE SET reports = usage_day.reports + excluded.reports";
  private static final String ADD_HOST =
      "INSERT INTO usage_host (day, combination, host) VALUES (?, ?, ?)"
          + " ON CONFLICT (day, combination, host) DO NOTHING";

  private final Session writer;
  private final Dictionary names;

  Batch(Session writer, Dictionary names) {
    this.writer = writer;
    this.names = names;
  }

  static long firstId(Instant time) {
    long millis = Math.max(0, Math.min(time.toEpochMilli(), Long.MAX_VALUE >> PLACE_BITS));
    return millis << PLACE_BITS;
  }

  static Instant time(long id) {
    return Instant.ofEpochMilli(id >> PLACE_BITS);
  }

  List<Boolean> add(List<Report> reports, Instant now) throws SQLException {
    long id = nextId(now);
    // All of a transaction belong to one hour.
    long hour = (id >> PLACE_BITS) / HOUR_MILLIS;
    List<Boolean> added = new ArrayList<>();
    Map<Long, Long> sums = new TreeMap<>();
    Map<Long, List<Long>> hosts = new TreeMap<>();
    int[] rows = insert(reports, id);
    for (int i = 0; i < rows.length; i++) {
      added.add(rows[i] != 0);
      if (rows[i] != 0) {
        Report report = reports.get(i);
        long combination = names.combination(writer, report.values());
        sums.merge(combination, 1L, Long::sum);
        report
            .host()
            .ifPresent(
                host -> hosts.computeIfAbsent(combination, of -> new ArrayList<>()).add(host));
      }
    }
    addSums(ADD_HOUR, hour, sums);
    addSums(ADD_DAY, hour / DAY_HOURS, sums);
    if (!hosts.isEmpty()) {
      addHosts(hour / DAY_HOURS, hosts);
    }
    changed(writer);
    return added;
  }

  /** Notes that answers from before no longer hold. */
  static void changed(Session writer) throws SQLException {
    writer.statement("UPDATE usage_state SET generation = generation + 1").executeUpdate();
  }

  private int[] insert(List<Report> reports, long firstId) throws SQLException {
    PreparedStatement insert = writer.statement(ADD_REPORT);
    long id = firstId;
    for (Report report : reports) {
      insert.setLong(1, id++);
      insert.setBytes(2, report.seen().orElse(null));
      if (report.host().isPresent()) {
        insert.setLong(3, report.host().getAsLong());
      } else {
        insert.setNull(3, Types.BIGINT);
      }
      insert.setBytes(4, report.body());
      insert.addBatch();
    }
    return insert.executeBatch();
  }

  /** Above all others, unless a clock that was far ahead made those. */
  private long nextId(Instant now) throws SQLException {
    PreparedStatement read =
        writer.statement("SELECT COALESCE(MAX(id), 0) FROM usage_report WHERE id < ?");
    read.setLong(1, firstId(now.plusMillis(HOUR_MILLIS)));
    try (ResultSet rows = read.executeQuery()) {
      rows.next();
      return Math.max(rows.getLong(1) + 1, firstId(now));
    }
  }

  private void addSums(String sql, long start, Map<Long, Long> sums) throws SQLException {
    if (sums.isEmpty()) {
      return;
    }
    PreparedStatement add = writer.statement(sql);
    for (Map.Entry<Long, Long> sum : sums.entrySet()) {
      add.setLong(1, start);
      add.setLong(2, sum.getKey());
      add.setLong(3, sum.getValue());
      add.addBatch();
    }
    add.executeBatch();
  }

  private void addHosts(long day, Map<Long, List<Long>> hosts) throws SQLException {
    long held = 0;
    int shift = 0;
    PreparedStatement read =
        writer.statement("SELECT held, shift FROM usage_host_day WHERE day = ?");
    read.setLong(1, day);
    try (ResultSet rows = read.executeQuery()) {
      if (rows.next()) {
        held = rows.getLong(1);
        shift = rows.getInt(2);
      }
    }
    PreparedStatement add = writer.statement(ADD_HOST);
    for (Map.Entry<Long, List<Long>> of : hosts.entrySet()) {
      for (long host : of.getValue()) {
        if ((host & mask(shift)) == 0) {
          add.setLong(1, day);
          add.setLong(2, of.getKey());
          add.setLong(3, host);
          held += add.executeUpdate();
        }
      }
    }
    while (held > MOST_HOSTS) {
      shift++;
      PreparedStatement halve =
          writer.statement("DELETE FROM usage_host WHERE day = ? AND (host & ?) <> 0");
      halve.setLong(1, day);
      halve.setLong(2, mask(shift));
      held -= halve.executeUpdate();
    }
    PreparedStatement note =
        writer.statement(
            "INSERT INTO usage_host_day (day, held, shift) VALUES (?, ?, ?) ON CONFLICT (day)"
                + " DO UPDATE SET held = excluded.held, shift = excluded.shift");
    note.setLong(1, day);
    note.setLong(2, held);
    note.setInt(3, shift);
    note.executeUpdate();
  }

  static long mask(int shift) {
    return (1L << shift) - 1;
  }
}
