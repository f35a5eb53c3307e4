package dev.blazon.api.lookup;

import dev.blazon.api.lookup.store.FactCodec;
import dev.blazon.api.lookup.store.FactStore;
import java.util.function.ToIntFunction;

/**
 * Everything that distinguishes one kind of facts: its source, freshness, memory and store.
 *
 * @param name in metrics: {@code project}, {@code downloads}, {@code total}, {@code endpoint}
 * @param keys the type of its keys
 * @param source where the facts come from
 * @param freshness how long they are fresh, and how long they are used when the upstream fails
 * @param weight about what facts take in memory, in bytes
 * @param memoryBytes about what all facts of this kind may take in memory, in bytes
 * @param store the cache outside this process's memory
 * @param codec encodes them for that store
 */
record FactKind<K extends FactKey<T>, T>(
    String name,
    Class<K> keys,
    FactSource<K, T> source,
    Freshness<T> freshness,
    ToIntFunction<T> weight,
    long memoryBytes,
    FactStore store,
    FactCodec<T> codec) {}
