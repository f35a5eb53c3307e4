package dev.blazon.api.pypi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * What a project says about itself, for readers. All of it is a stranger's text: short, of one
 * line, and to be escaped.
 *
 * @param summary one sentence
 * @param author a name, or several; never a mail address
 * @param maintainer the same, if it is somebody else
 * @param links in the document's order; {@code http} and {@code https} only
 */
public record About(
    Optional<String> summary,
    Optional<String> author,
    Optional<String> maintainer,
    List<Link> links) {

  /** Nothing is known. */
  public static final About NONE =
      new About(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /** Real projects have up to 20; further ones are left out. */
  public static final int MAX_LINKS = 20;

  /**
   * A link.
   *
   * @param name as in {@code Source}
   * @param address an absolute URL with a host
   */
  public record Link(String name, String address) {

    /** The longest address that every browser takes. */
    static final int MAX_ADDRESS = 2_000;

    /** Whether a text is an address of the web: others could do more than lead somewhere. */
    public static boolean isWeb(String text) {
      if (text.length() > MAX_ADDRESS) {
        return false;
      }
      try {
        URI address = new URI(text);
        boolean web =
            "http".equalsIgnoreCase(address.getScheme())
                || "https".equalsIgnoreCase(address.getScheme());
        return web && address.getHost() != null && address.getUserInfo() == null;
      } catch (URISyntaxException e) {
        return false;
      }
    }
  }

  public About {
    links = List.copyOf(links);
  }
}
