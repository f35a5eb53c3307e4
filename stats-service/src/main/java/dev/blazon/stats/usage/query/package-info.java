/**
 * Answers questions about usage reports, from their sums where these suffice, and else from the
 * reports themselves. It knows neither SQL nor HTTP.
 */
package dev.blazon.stats.usage.query;
