package dev.blazon.imaging;

/** Which edition of the painters this is: kept pictures of another must not be shown. */
final class Edition {

  /** The version in the jar's manifest; without a jar it is a developer's, different every day. */
  static final String CURRENT = version();

  private Edition() {}

  private static String version() {
    String version = Edition.class.getPackage().getImplementationVersion();
    return version == null ? "unreleased" : version;
  }
}
