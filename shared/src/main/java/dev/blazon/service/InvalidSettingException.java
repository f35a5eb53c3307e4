package dev.blazon.service;

/** Thrown for an invalid setting. The message is one line for the operator. */
public final class InvalidSettingException extends RuntimeException {

  public InvalidSettingException(String name, String value, String problem) {
    super(name + "=" + value + ": " + problem);
  }
}
