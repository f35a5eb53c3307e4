package dev.blazon.api.lookup;

import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Everything that distinguishes one kind of facts: its source, freshness, memory and storage.
 *
 * @param name in metrics: {@code project}, {@code downloads}, {@code course}, {@code endpoint}
 * @param source where the facts come from
 * @param freshness how long they are fresh, and how long they are used when the upstream fails
 * @param weight about what facts take in memory, in bytes
 * @param memoryBytes about what all facts of this kind may take in memory, in bytes
 * @param storage the cache outside this process's memory; empty: the source is as near
 */
record FactKind<K extends FactKey<T>, T>(
    String name,
    FactSource<K, T> source,
    Freshness<T> freshness,
    ToIntFunction<T> weight,
    long memoryBytes,
    Optional<Storage<T>> storage) {}
