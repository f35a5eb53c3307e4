/**
 * Counts as packed bytes: the days of a project's month, its versions, its summary. Every form
 * begins with a format byte and a CRC-32C, and the same values always have the same bytes. This
 * package knows no database and does no I/O.
 */
package dev.blazon.stats.packed;
