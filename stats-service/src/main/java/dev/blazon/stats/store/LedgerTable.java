package dev.blazon.stats.store;

import dev.blazon.count.CountingBreak;
import dev.blazon.count.CountingRule;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayState;
import dev.blazon.count.Dimension;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Scope;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables {@code ledger} and {@code counting_break}. */
final class LedgerTable {

  private static final String READ = "SELECT * FROM ledger ORDER BY day";
  private static final String READ_BREAKS = "SELECT day, reason FROM counting_break ORDER BY day";
  private static final String REMOVE = "DELETE FROM ledger WHERE day = ?";
  private static final String PUT =
      "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  static Ledger read(Session session) throws SQLException {
    List<LedgerEntry> entries = new ArrayList<>();
    try (ResultSet rows = session.statement(READ).executeQuery()) {
      while (rows.next()) {
        entries.add(entry(rows));
      }
    }
    List<CountingBreak> breaks = new ArrayList<>();
    try (ResultSet rows = session.statement(READ_BREAKS).executeQuery()) {
      while (rows.next()) {
        breaks.add(new CountingBreak(new Day(rows.getInt(1)), rows.getString(2)));
      }
    }
    return new Ledger(entries, breaks);
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    return new LedgerEntry(
        new Day(row.getInt("day")),
        row.getString("source"),
        one(Scope.values(), Scope::word, row.getString("scope")),
        one(CountingRule.values(), CountingRule::word, row.getString("rule")),
        one(DayState.values(), DayState::word, row.getString("state")),
        row.getLong("row_count"),
        new Counts(row.getLong("all_downloads"), row.getLong("without_mirrors")),
        row.getLong("rejects"),
        measures(row.getString("measures")),
        some(Dimension.class, Dimension.values(), Dimension::word, row.getString("dimensions")),
        Instant.ofEpochMilli(row.getLong("imported_at")));
  }

  static void put(Session writer, LedgerEntry entry) throws SQLException {
    PreparedStatement remove = writer.statement(REMOVE);
    remove.setInt(1, entry.day().epochDay());
    remove.executeUpdate();
    PreparedStatement put = writer.statement(PUT);
    int column = 0;
    put.setInt(++column, entry.day().epochDay());
    put.setString(++column, entry.source());
    put.setString(++column, entry.scope().word());
    put.setString(++column, entry.rule().word());
    put.setString(++column, entry.state().word());
    put.setLong(++column, entry.rows());
    put.setLong(++column, entry.sum().all());
    put.setLong(++column, entry.sum().withoutMirrors());
    put.setLong(++column, entry.rejects());
    put.setString(++column, words(entry.measures()));
    put.setString(++column, join(entry.dimensions(), Dimension::word));
    put.setLong(++column, entry.importedAt().toEpochMilli());
    put.executeUpdate();
  }

  static String words(Set<Measure> measures) {
    return join(measures, Measure::word);
  }

  static Set<Measure> measures(String words) {
    return some(Measure.class, Measure.values(), Measure::word, words);
  }

  private static <E extends Enum<E>> String join(Collection<E> values, Function<E, String> word) {
    return values.stream().sorted().map(word).collect(Collectors.joining(","));
  }

  private static <E extends Enum<E>> Set<E> some(
      Class<E> type, E[] values, Function<E, String> word, String words) {
    Set<E> set = EnumSet.noneOf(type);
    if (!words.isEmpty()) {
      for (String next : words.split(",", -1)) {
        set.add(one(values, word, next));
      }
    }
    return set;
  }

  private static <E> E one(E[] values, Function<E, String> word, String wanted) {
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> new StoreException("the ledger has a word of a newer release: " + wanted));
  }

  private LedgerTable() {}
}
