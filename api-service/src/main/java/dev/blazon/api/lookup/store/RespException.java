package dev.blazon.api.lookup.store;

/** The server sent something that a Redis of ours never sends. Its message says what. */
final class RespException extends Exception {

  RespException(String message) {
    super(message, null, false, false); // It tells what the server did; our stack says nothing.
  }
}
