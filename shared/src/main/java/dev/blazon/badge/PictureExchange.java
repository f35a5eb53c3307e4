package dev.blazon.badge;

import java.util.Locale;
import java.util.Optional;

/**
 * How a picture is asked for and answered over HTTP between the API and an imaging service: paths,
 * header names and their meanings, for both sides. The query itself is a {@link BadgeQuery}.
 */
public final class PictureExchange {

  /** The longest URL, in characters; a longer query travels as the body of a POST. */
  public static final int LONGEST_URL = 8 * 1024;

  /** The media type of a query that travels as a body. */
  public static final String FORM = "application/x-www-form-urlencoded";

  /** In a request: the picture is not generic. In an answer: it was made without its logo. */
  public static final String NO_STORE = "no-store";

  /** The response header that says where a picture was found: {@link Picture.Source#word}. */
  public static final String SOURCE_HEADER = "Blazon-Cache";

  /** The response header that says why a picture lacks its logo. */
  public static final String LOGO_HEADER = "Blazon-Logo";

  private static final String PATH = "/v1/badge.";

  private PictureExchange() {}

  /** The path of pictures in that format. */
  public static String path(ImageFormat format) {
    return PATH + format.extension();
  }

  /** The format whose path this is; empty when it is no picture's path. */
  public static Optional<ImageFormat> format(String path) {
    return path != null && path.startsWith(PATH)
        ? ImageFormat.ofExtension(path.substring(PATH.length()))
        : Optional.empty();
  }

  /**
   * Whether the header forbids keeping, in upper or lower case (RFC 9111, section 5.2).
   *
   * @param cacheControl the value of {@code Cache-Control}; null: there is none
   */
  public static boolean isNoStore(String cacheControl) {
    return cacheControl != null && cacheControl.toLowerCase(Locale.ROOT).contains(NO_STORE);
  }
}
