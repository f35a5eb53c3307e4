/**
 * Complete HTTP answers and their cache: status, headers, plain and gzipped bytes. The rules of
 * {@code Cache-Control}, the JSON form of a badge and the metrics of answers belong here. Neither
 * look-ups nor dialects nor resolving may depend on it, and it knows no server: that is {@code
 * web}.
 */
package dev.blazon.api.rendered;
