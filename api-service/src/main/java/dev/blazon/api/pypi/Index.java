package dev.blazon.api.pypi;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A package index.
 *
 * @param name the operator's name for it, used in {@code ?index=}
 * @param base its URL without a trailing slash; if it ends with {@code /simple} or {@code
 *     /+simple}, the index has only the simple API
 * @param authorization the value of the {@code Authorization} header, if the index needs one
 */
public record Index(String name, URI base, Optional<String> authorization) {

  /** The name of the index that is used if a badge URL names none. */
  public static final String USUAL = "pypi";

  boolean isSimpleOnly() {
    return base.getPath().endsWith("/simple") || base.getPath().endsWith("/+simple");
  }

  /** The URL of its simple API, without a trailing slash. */
  String simple() {
    return isSimpleOnly() ? base.toString() : base + "/simple";
  }

  Map<String, String> headers(String accept) {
    return authorization
        .map(value -> Map.of("Accept", accept, "Authorization", value))
        .orElse(Map.of("Accept", accept));
  }

  /** Leaves out the credentials, so that they never reach a log. */
  @Override
  public String toString() {
    return "Index[" + name + "]";
  }
}
