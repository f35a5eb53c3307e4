/**
 * Download counts as values: days, windows, measures, questions and their answers, rankings, and
 * what the ledger says about a day. The stats service makes them; the API service shows them. This
 * package knows project names and the JDK only: no database, no source, no HTTP.
 */
package dev.blazon.count;
