/**
 * The words of the stats service as values: days, measures, windows, dimensions, rows of counts,
 * and what the ledger says about a day. All other packages of the service share them. This package
 * knows the JDK only: no database, no source, no HTTP.
 */
package dev.blazon.stats.count;
