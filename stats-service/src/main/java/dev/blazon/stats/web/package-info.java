/**
 * The HTTP interface of the stats service: questions in, answers out, as {@code
 * dev.blazon.count.wire} writes them. It knows neither the store nor sources.
 */
package dev.blazon.stats.web;
