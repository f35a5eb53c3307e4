/**
 * The command {@code ./blazon stats}, for operators: it imports, seeds, exports and checks counts
 * in the database that the service reads. Nothing else knows it.
 */
package dev.blazon.stats.command;
