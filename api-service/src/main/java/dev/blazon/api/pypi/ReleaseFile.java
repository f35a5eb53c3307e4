package dev.blazon.api.pypi;

/**
 * One downloadable file of a release.
 *
 * @param packageType PyPI's word for the kind: {@code bdist_wheel}, {@code sdist}, {@code
 *     bdist_egg} …
 * @param filename for example {@code requests-2.32.3-py3-none-any.whl}
 * @param size in bytes
 */
public record ReleaseFile(String packageType, String filename, long size) {

  public boolean isWheel() {
    return packageType.equals("bdist_wheel") || packageType.equals("wheel");
  }

  public boolean isEgg() {
    return packageType.equals("bdist_egg") || packageType.equals("egg");
  }

  public boolean isSourceDistribution() {
    return packageType.equals("sdist");
  }
}
