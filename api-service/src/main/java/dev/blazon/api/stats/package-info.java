/**
 * The way to the stats service, in process or remote: the only package that knows which. It answers
 * with the values of {@code dev.blazon.count}; nothing of databases, sources or imports enters.
 */
package dev.blazon.api.stats;
