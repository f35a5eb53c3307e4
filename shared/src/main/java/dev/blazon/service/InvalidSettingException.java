package dev.blazon.service;

/** A configuration value that cannot be used; the message is the one line to show the operator. */
public final class InvalidSettingException extends RuntimeException {

  public InvalidSettingException(String name, String value, String problem) {
    super(name + "=" + value + ": " + problem);
  }
}
