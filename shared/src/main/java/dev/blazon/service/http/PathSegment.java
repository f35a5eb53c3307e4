package dev.blazon.service.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A part of a URL's path. */
public final class PathSegment {

  private PathSegment() {}

  /** Decodes percent escapes (RFC 3986); text with an invalid one stays as it is. */
  public static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      // A plus is a space in forms only.
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }
}
