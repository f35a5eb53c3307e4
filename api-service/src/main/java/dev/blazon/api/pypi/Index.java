package dev.blazon.api.pypi;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A package index.
 *
 * @param name the operator's word for it, in {@code ?index=}
 * @param base its address, without a trailing slash; one that ends with {@code simple} or {@code
 *     +simple} speaks only the simple API
 * @param authorization the value of the {@code Authorization} header, if it wants one
 */
public record Index(String name, URI base, Optional<String> authorization) {

  /** The name of the index that is asked when a URL names none. */
  public static final String USUAL = "pypi";

  boolean isSimpleOnly() {
    return base.getPath().endsWith("/simple") || base.getPath().endsWith("/+simple");
  }

  /** Where its simple API is. */
  String simple() {
    return isSimpleOnly() ? base.toString() : base + "/simple";
  }

  Map<String, String> headers(String accept) {
    return authorization
        .map(value -> Map.of("Accept", accept, "Authorization", value))
        .orElse(Map.of("Accept", accept));
  }

  /** Never tells the credentials, whoever logs it. */
  @Override
  public String toString() {
    return "Index[" + name + "]";
  }
}
