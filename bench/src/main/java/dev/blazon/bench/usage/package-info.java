/**
 * Usage reports of Python programs: how many the services take in a second, and how fast they count
 * a million of them, beside {@code sqlite3}.
 */
package dev.blazon.bench.usage;
