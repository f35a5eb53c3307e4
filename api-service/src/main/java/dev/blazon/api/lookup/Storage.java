package dev.blazon.api.lookup;

import dev.blazon.api.lookup.store.CachedFactCodec;
import dev.blazon.api.lookup.store.FactCodec;
import dev.blazon.api.lookup.store.FactStore;

/**
 * Where one kind of facts is kept outside this process's memory, and in which form.
 *
 * @param codec encodes the facts and what is known about their age
 */
record Storage<T>(FactStore store, CachedFactCodec<T> codec) {

  static <T> Storage<T> in(FactStore store, FactCodec<T> codec) {
    return new Storage<>(store, new CachedFactCodec<>(codec));
  }
}
