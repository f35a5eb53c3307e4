/**
 * Where counts come from: the interface {@link dev.blazon.stats.source.Source} and its remote
 * clients. A source reads one upstream and hands over rows as they are. It knows neither the store
 * nor the importer; names are validated, rows added up and days written elsewhere.
 */
package dev.blazon.stats.source;
