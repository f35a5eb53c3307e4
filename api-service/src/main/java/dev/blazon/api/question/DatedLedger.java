package dev.blazon.api.question;

import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A ledger, and when its days were last imported. Immutable. */
public final class DatedLedger {

  private final Ledger ledger;

  /** The time of the last import of a day or of any later one. */
  private final NavigableMap<Day, Instant> importedSince = new TreeMap<>();

  public DatedLedger(Ledger ledger) {
    this.ledger = ledger;
    List<LedgerEntry> entries = ledger.entries();
    Instant latest = Instant.MIN;
    for (int i = entries.size() - 1; i >= 0; i--) {
      LedgerEntry entry = entries.get(i);
      if (entry.scope() == Scope.ALL_PROJECTS) {
        latest = entry.importedAt().isAfter(latest) ? entry.importedAt() : latest;
        importedSince.put(entry.day(), latest);
      }
    }
  }

  public Ledger ledger() {
    return ledger;
  }

  /** What an answer rests on. */
  public Provenance about(Basis basis) {
    DayRange days = basis.days();
    return new Provenance(
        Optional.of(basis),
        ledger.breaks().stream().filter(next -> next.isWithin(days)).toList(),
        isAllFromLedger(basis) ? importedSince(days.first()) : Optional.empty());
  }

  /** When a day, or any later one, was last imported for all projects. */
  public Optional<Instant> importedSince(Day first) {
    return Optional.ofNullable(importedSince.ceilingEntry(first)).map(Map.Entry::getValue);
  }

  /** Nobody knows when the other days were fetched, which are of one project alone. */
  private boolean isAllFromLedger(Basis basis) {
    DayRange days = basis.days();
    int whole =
        ledger.wholeDaysBefore(days.last().epochDay() + 1)
            - ledger.wholeDaysBefore(days.first().epochDay());
    return whole == basis.knownDays() && ledger.sources(days).equals(basis.sources());
  }
}
