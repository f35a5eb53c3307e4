package dev.blazon.api.lookup;

import dev.blazon.api.lookup.store.FactCodec;
import dev.blazon.api.lookup.store.FactStore;
import java.util.function.ToIntFunction;

/**
 * All that is special about one kind of facts.
 *
 * @param name in metrics: {@code project}, {@code downloads}, {@code total}, {@code endpoint}
 * @param keys the type of its keys
 * @param source where the facts come from
 * @param freshness how long they are fresh, and how long they are better than nothing
 * @param weight of facts in memory, in bytes, roughly
 * @param memoryBytes what all remembered facts of this kind may weigh
 * @param store where they are kept beyond this process's memory
 * @param codec writes them for that store
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
