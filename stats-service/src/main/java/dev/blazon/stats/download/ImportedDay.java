package dev.blazon.stats.download;

import dev.blazon.count.LedgerEntry;

/**
 * A day that was imported.
 *
 * @param entry what the ledger says about it now
 * @param replaced whether the day had been imported before
 */
public record ImportedDay(LedgerEntry entry, boolean replaced) {}
