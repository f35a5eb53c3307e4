/**
 * The stats service under the counts of all of PyPI: how long an import takes beside {@code
 * sqlite3}, what a row takes on disk, how fast a badge's number is read.
 */
package dev.blazon.bench.stats;
