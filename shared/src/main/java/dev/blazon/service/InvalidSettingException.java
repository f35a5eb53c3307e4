package dev.blazon.service;

import java.util.regex.Pattern;

/**
 * Thrown for an invalid setting. The message is one line for the operator; it contains no password
 * of an address.
 */
public final class InvalidSettingException extends RuntimeException {

  /**
   * User and password of an address: what is before its last at sign. They may contain anything, as
   * they may be the mistake.
   */
  private static final Pattern LOGIN =
      Pattern.compile("(?s)^([a-zA-Z][a-zA-Z0-9+.-]*:(?://)?)?.*@");

  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&][^=&]*(?:password|secret|token|key)[^=&]*=)[^&]*");

  public InvalidSettingException(String name, String value, String problem) {
    super(name + "=" + withoutSecrets(value) + ": " + problem);
  }

  /** The value with an ellipsis for the login of an address and for keys in its query. */
  static String withoutSecrets(String value) {
    return SECRET.matcher(LOGIN.matcher(value).replaceFirst("$1…@")).replaceAll("$1…");
  }
}
