package dev.blazon.stats.command;

import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Month;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.store.StoreSnapshot;
import java.io.IOException;
import java.util.HexFormat;
import java.util.TreeSet;

/** All that a store has, as lines: projects, months, versions, and what the ledger says of days. */
final class StoredBytes {

  static String of(String database) throws IOException {
    StringBuilder all = new StringBuilder();
    HexFormat hex = HexFormat.of();
    try (Store store = Store.open(StoreLocation.parse(database));
        ImportLock lock = store.lockForImport().orElseThrow();
        StoreSnapshot snapshot = lock.snapshot()) {
      snapshot.projects(
          (name, id, summary) ->
              all.append(name)
                  .append(' ')
                  .append(id)
                  .append(' ')
                  .append(hex.formatHex(summary))
                  .append('\n'));
      TreeSet<Month> months = new TreeSet<>();
      snapshot.months((month, project, days) -> months.add(month));
      for (Month month : months) {
        snapshot.month(
            month,
            (name, days, versions) ->
                all.append(month)
                    .append(' ')
                    .append(name)
                    .append(' ')
                    .append(hex.formatHex(days))
                    .append(' ')
                    .append(hex.formatHex(versions))
                    .append('\n'));
      }
      for (LedgerEntry entry : snapshot.ledger().entries()) {
        all.append(DayLine.of(entry)).append('\n');
      }
    }
    return all.toString();
  }

  private StoredBytes() {}
}
