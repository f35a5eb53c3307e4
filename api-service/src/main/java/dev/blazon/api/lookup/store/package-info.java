/**
 * Caches of facts outside the memory of the process: Redis, files, and the encoding of facts for
 * both. It is the only package that may use the Redis client. Like {@code lookup}, which uses it,
 * it knows neither words nor pictures; dialects may not use it.
 */
package dev.blazon.api.lookup.store;
