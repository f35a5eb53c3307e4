package dev.blazon.api.pypi;

import java.net.URI;
import java.util.Optional;

/**
 * A package index.
 *
 * @param name the operator's word for it, in {@code ?index=}
 * @param base its address, without a trailing slash
 * @param authorization the value of the {@code Authorization} header, if it wants one
 */
public record Index(String name, URI base, Optional<String> authorization) {

  /** Never tells the credentials, whoever logs it. */
  @Override
  public String toString() {
    return "Index[" + name + "]";
  }
}
