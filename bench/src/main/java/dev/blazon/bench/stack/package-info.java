/**
 * The benchmark of the whole topology, as {@code ./blazon stack} starts it: realistic traffic,
 * samples of all processes, and the report in {@code bench/RESULTS.md}. It uses the load of {@code
 * bench.load} and sees Blazon only from outside: as processes, HTTP and metrics.
 */
package dev.blazon.bench.stack;
