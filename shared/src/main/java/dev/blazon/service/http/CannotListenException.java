package dev.blazon.service.http;

import dev.blazon.service.Address;

/** Thrown if a port cannot be opened. The message is one line for the operator. */
public final class CannotListenException extends RuntimeException {

  CannotListenException(Address address, String problem, Throwable cause) {
    super(
        address.variable() + "=" + address.port() + ": " + problem + " (" + address.host() + ")",
        cause);
  }
}
