/**
 * A polite and wary client of HTTP servers: limits, a circuit breaker, conditional requests, and
 * documents read while they stream. Its results are values, never exceptions. It knows shared only,
 * and nothing of what documents mean.
 */
package dev.blazon.upstream;
