/**
 * Download counts as values: days, windows, measures, totals, series, rankings, and what the ledger
 * says about a day. The stats service makes them; the API service shows them. This package knows
 * the JDK only: no database, no source, no HTTP.
 */
package dev.blazon.count;
