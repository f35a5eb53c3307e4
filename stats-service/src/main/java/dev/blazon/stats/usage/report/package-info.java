/**
 * What programs send: reads it within bounds, takes out or hashes who they are, and finds the
 * values by which reports are counted. It knows JSON, and neither a database nor HTTP.
 */
package dev.blazon.stats.usage.report;
