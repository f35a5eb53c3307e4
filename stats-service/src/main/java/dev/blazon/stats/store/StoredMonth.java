package dev.blazon.stats.store;

import dev.blazon.count.Month;

/**
 * What a project has in a month, packed.
 *
 * @param days see {@link dev.blazon.stats.packed.MonthReader} and {@link
 *     dev.blazon.stats.packed.BreakdownReader}
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, right away; nobody compares it.
public record StoredMonth(Month month, byte[] days) {}
