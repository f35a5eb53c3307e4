/**
 * Benchmarks of Blazon beside its peers, in one run, pinned to a core. They write {@code
 * bench/RESULTS.md} and judge by ratios and goals. No code of a service may depend on it.
 */
package dev.blazon.bench;
