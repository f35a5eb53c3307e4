/**
 * Rows of counts in the order in which the store merges them: by month, project, day, and then
 * version or category. Rows are sorted as bytes, in memory of a fixed size and in temporary files
 * beyond it. This package knows no source and no database.
 */
package dev.blazon.stats.sort;
