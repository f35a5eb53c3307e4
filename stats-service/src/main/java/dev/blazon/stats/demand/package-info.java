/**
 * When histories of single projects are fetched: at once when a project is first asked for, and
 * later once for each new day, spread over it. It decides, batches, bounds and pauses; what a fetch
 * does, and where projects are kept, its caller says. It knows neither the store nor any protocol.
 */
package dev.blazon.stats.demand;
