/**
 * Look-ups of facts by key: in memory, in the shared store, then at the upstream. Keys, sources,
 * freshness and the flights that concurrent readers share belong here. A look-up knows neither
 * words nor pictures: no dialect, shield, imaging, resolving or rendering.
 */
package dev.blazon.api.lookup;
