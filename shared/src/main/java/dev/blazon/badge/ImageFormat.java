package dev.blazon.badge;

import java.util.Optional;

/** The picture formats that the imaging service paints. */
public enum ImageFormat {
  SVG("svg", "image/svg+xml;charset=utf-8"),
  PNG("png", "image/png");

  private final String extension;
  private final String contentType;

  ImageFormat(String extension, String contentType) {
    this.extension = extension;
    this.contentType = contentType;
  }

  /** The file extension, without the dot. */
  public String extension() {
    return extension;
  }

  /** The value of the {@code Content-Type} header. */
  public String contentType() {
    return contentType;
  }

  /** The format with this extension (lower case, without the dot), or empty if there is none. */
  public static Optional<ImageFormat> ofExtension(String extension) {
    for (ImageFormat format : values()) {
      if (format.extension.equals(extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
