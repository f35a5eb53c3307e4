package dev.blazon.api.lookup.store;

/** What a store has under a key. */
public sealed interface StoredValue {

  /** There is nothing, or the store did not answer in time. */
  StoredValue NOTHING = new Nothing();

  /** There is nothing, or the store did not answer in time. */
  record Nothing() implements StoredValue {}

  /**
   * A value. Others may have written it, so its bytes may be anything. One byte more than {@link
   * CachedFactCodec#MAX_BYTES} means that there are more.
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; a copy would cost more than it says.
  record Bytes(byte[] bytes) implements StoredValue {}

  /**
   * Something that no store of ours writes.
   *
   * @param problem what is wrong with it, for the log
   */
  record Unusable(String problem) implements StoredValue {}
}
