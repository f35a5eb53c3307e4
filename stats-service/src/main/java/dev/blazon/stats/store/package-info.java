/**
 * The database of counts: SQLite in a folder, or PostgreSQL, with the same tables and statements.
 * It has one writer and few readers, and numbered migrations beside the code. This is the only
 * package that knows {@code java.sql}; it knows neither sources nor HTTP.
 */
package dev.blazon.stats.store;
