package dev.blazon.api.dialect;

import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.shield.Content;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Turns an endpoint-badge document into the content of a badge. Values that cannot be used, such as
 * an unknown colour, are ignored.
 */
public final class EndpointWording {

  private EndpointWording() {}

  /**
   * Returns the request with the document's values filled in. Values of the URL take precedence,
   * with two exceptions: an error keeps its own colours, and the longer of both cache times counts.
   */
  public static BadgeRequest inWordsOf(EndpointDocument document, BadgeRequest request) {
    Content content =
        new Content(
            document.label(),
            document.message(),
            color(document.color()).orElse(BadgeColor.LIGHTGREY),
            color(document.labelColor()),
            document.isError());
    Overrides own = request.overrides();
    Overrides overrides =
        new Overrides(
            own.label(),
            own.color(),
            own.labelColor(),
            own.style().or(() -> document.style().flatMap(Style::of)),
            logo(own.logo(), document),
            own.links(),
            own.scale());
    return new BadgeRequest(
        request.dialect(),
        new Subject.Words(content),
        request.wording(),
        overrides,
        request.format(),
        longer(request.cacheSeconds(), document.cacheSeconds()));
  }

  private static Optional<BadgeColor> color(Optional<String> text) {
    return text.flatMap(BadgeColor::parse);
  }

  /**
   * The logo of the URL, or else the document's logo with the colour and size that the URL gives.
   */
  private static Optional<Logo> logo(Optional<Logo> ofUrl, EndpointDocument document) {
    if (ofUrl.isEmpty()) {
      return logo(document);
    }
    Logo looks = ofUrl.get();
    if (!looks.source().isEmpty()) {
      return ofUrl;
    }
    return logo(document)
        .map(
            own ->
                new Logo(
                    own.source(),
                    looks.color().or(own::color),
                    looks.autoSize() || own.autoSize(),
                    looks.width().isPresent() ? looks.width() : own.width()));
  }

  private static Optional<Logo> logo(EndpointDocument document) {
    Optional<String> source =
        document.namedLogo().or(() -> document.logoSvg().map(EndpointWording::dataUri));
    OptionalInt width = document.logoWidth();
    boolean usable =
        width.isPresent() && width.getAsInt() >= 1 && width.getAsInt() <= Logo.MAX_WIDTH;
    return source.map(
        text ->
            new Logo(
                text,
                color(document.logoColor()),
                document.logoSize().filter("auto"::equals).isPresent(),
                usable ? width : OptionalInt.empty()));
  }

  private static String dataUri(String svg) {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static OptionalLong longer(OptionalLong one, OptionalLong other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    return OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
  }
}
