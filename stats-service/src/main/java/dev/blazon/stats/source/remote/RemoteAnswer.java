package dev.blazon.stats.source.remote;

import dev.blazon.upstream.ResponseHead;
import java.util.Optional;

/**
 * A whole answer of an upstream.
 *
 * @param document what was read; empty if the answer is unusable, or nothing was to be read
 * @param problem why it is unusable; empty if {@code document} is present
 * @param excerpt the end of its text, which may explain an error; at most 2,000 bytes
 */
public record RemoteAnswer<T>(
    ResponseHead head, Optional<T> document, String problem, String excerpt) {}
