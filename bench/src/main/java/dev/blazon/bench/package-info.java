/**
 * Benchmarks of Blazon: painters against their peers, and the service over HTTP against the goals
 * of the design. Measurements, the processes that they start, statistics and the report in {@code
 * bench/RESULTS.md} belong here. This package uses {@code load}; {@code stack} uses both. No other
 * module depends on this one.
 */
package dev.blazon.bench;
