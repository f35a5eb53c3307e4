/**
 * The public API for download numbers, as JSON, CSV and NDJSON: our own form, and those of
 * pepy.tech, pypistats.org and npm. It reads a call, asks {@code api.stats}, and writes the answer
 * in memory of a fixed size. Badges, pages and sources of counts do not enter; only {@code api.web}
 * may use this package.
 */
package dev.blazon.api.report;
