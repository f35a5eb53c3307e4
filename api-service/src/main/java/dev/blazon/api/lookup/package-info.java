/**
 * Looks facts up: memory, then the shared store, then the upstream, with one flight for each key. A
 * kind of facts is a {@link dev.blazon.api.lookup.FactKey} and a {@code FactKind}. It knows neither
 * words nor pictures: no shield, no dialect, no imaging.
 */
package dev.blazon.api.lookup;
