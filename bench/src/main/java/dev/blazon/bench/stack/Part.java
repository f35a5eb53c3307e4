package dev.blazon.bench.stack;

import java.net.URI;
import java.util.Optional;

/**
 * One process of a stack, as its line of output describes it.
 *
 * @param name {@code varnish}, {@code api-1} …
 * @param admin the address of its metrics, if it has any
 */
record Part(String name, long pid, Optional<URI> admin) {}
