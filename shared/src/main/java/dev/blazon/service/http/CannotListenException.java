package dev.blazon.service.http;

import dev.blazon.service.Address;

/** A port that cannot be had; the message is the one line to show the operator. */
public final class CannotListenException extends RuntimeException {

  CannotListenException(Address address, String problem, Throwable cause) {
    super(
        address.variable() + "=" + address.port() + ": " + problem + " (" + address.host() + ")",
        cause);
  }
}
