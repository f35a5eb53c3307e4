/**
 * The database of usage reports: reports in order, and their hourly and daily sums, which are made
 * in the same transaction. It knows SQL, and neither JSON nor questions.
 */
package dev.blazon.stats.usage.store;
