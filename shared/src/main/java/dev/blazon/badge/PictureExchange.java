package dev.blazon.badge;

import java.util.Locale;
import java.util.Optional;

/**
 * The HTTP protocol between the API and an imaging service: paths, headers and their meaning, for
 * both sides. The query itself is a {@link BadgeQuery}.
 */
public final class PictureExchange {

  /** The longest URL, in characters; a longer query is sent as the body of a POST. */
  public static final int LONGEST_URL = 8 * 1024;

  /** The media type of a query in the body of a POST. */
  public static final String FORM = "application/x-www-form-urlencoded";

  /**
   * The value of {@code Cache-Control} that forbids caching. In a request: the picture is not
   * generic. In a response: the logo is missing because time ran out.
   */
  public static final String NO_STORE = "no-store";

  /** The response header with the source of the picture: {@link Picture.Source#word}. */
  public static final String SOURCE_HEADER = "Blazon-Cache";

  /** The response header with the reason why a picture lacks its logo. */
  public static final String LOGO_HEADER = "Blazon-Logo";

  private static final String PATH = "/v1/badge.";

  private PictureExchange() {}

  /** The path of pictures in this format. */
  public static String path(ImageFormat format) {
    return PATH + format.extension();
  }

  /**
   * The format of pictures at this path; empty if it is not the path of a picture.
   *
   * @param path may be null
   */
  public static Optional<ImageFormat> format(String path) {
    return path != null && path.startsWith(PATH)
        ? ImageFormat.ofExtension(path.substring(PATH.length()))
        : Optional.empty();
  }

  /**
   * Whether {@code Cache-Control} contains {@code no-store}, in any case (RFC 9111, section 5.2).
   *
   * @param cacheControl the value of the header; null if there is none
   */
  public static boolean isNoStore(String cacheControl) {
    return cacheControl != null && cacheControl.toLowerCase(Locale.ROOT).contains(NO_STORE);
  }
}
