package dev.blazon.api.lookup.store;

/** Stored bytes are not facts that {@link CachedFactCodec} wrote. Its message says why. */
public final class InvalidFactException extends Exception {

  public InvalidFactException(String message) {
    super(message, null, false, false); // It tells about the bytes; our stack says nothing.
  }
}
