/**
 * The stats service: how often every project was downloaded. {@link dev.blazon.stats.StatsService}
 * connects the rooms: {@code source} and {@code download} bring days in, {@code store} keeps them,
 * {@code query} answers. It knows no badge, no picture and nothing of the API.
 */
package dev.blazon.stats;
