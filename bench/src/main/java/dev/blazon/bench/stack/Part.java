package dev.blazon.bench.stack;

import java.net.URI;
import java.util.Optional;

/**
 * One process of a stack, as its line says.
 *
 * @param name {@code varnish}, {@code api-1} …
 * @param admin where it tells its metrics, if it does
 */
record Part(String name, long pid, Optional<URI> admin) {}
