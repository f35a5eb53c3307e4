/**
 * Usage reports as values: what a program's report answers, questions about reports and their
 * tables, and why one is refused. The stats service makes them; the API service shows them. This
 * package knows the JDK and days only: no database, no HTTP.
 */
package dev.blazon.usage;
