/**
 * Days of PyPI counts, on their way in: files are read, rows validated and sorted, days merged into
 * the store as a whole, rankings made. Sources are called from here through {@link
 * dev.blazon.stats.source.Source}. This package knows no SQL and no HTTP.
 */
package dev.blazon.stats.download;
