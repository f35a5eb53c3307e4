package dev.blazon.stats.usage.report;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A report as it is kept: it names nobody.
 *
 * @param body JSON in UTF-8
 * @param seen tells this report from all others by a keyed hash of 16 bytes; empty if it has no
 *     {@code uuid} or no {@code sequence}
 * @param host a keyed hash of its host; empty if identities are dropped, or it has none
 * @param values its texts, numbers and truth values by their paths, as in {@code uname$system}
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares reports.
public record Report(
    byte[] body, Optional<byte[]> seen, OptionalLong host, Map<String, String> values) {}
