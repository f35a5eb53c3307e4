/**
 * Questions about counts, and their answers: totals of windows, series, rankings, the state of
 * days. Every answer says on which day it ends, where it is from, and what it counts. This package
 * knows no SQL, no source and no HTTP.
 */
package dev.blazon.stats.query;
