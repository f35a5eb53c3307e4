package dev.blazon.stats.source.clickhouse;

import java.util.List;

/**
 * A complete result of a query, and what the server says about its work.
 *
 * @param values how many values all rows have; each group that the server formed gave at least one
 * @param rowsRead how many rows the server read from tables
 * @param bytesRead how many bytes these had
 * @param seconds how long the query ran
 */
record QueryResult(
    List<ResultRow> rows, int values, long rowsRead, long bytesRead, double seconds) {}
