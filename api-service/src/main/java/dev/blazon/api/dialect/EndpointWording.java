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
 * What a badge says in the words of somebody's endpoint-badge document. What the document wants and
 * cannot be had, such as a colour that is none, is passed by.
 */
public final class EndpointWording {

  private EndpointWording() {}

  /**
   * The request as if its URL had said what the document says; what the URL itself says goes before
   * it, save that an error keeps its colours, and that the longer of both cache times counts.
   */
  public static BadgeRequest inWordsOf(EndpointDocument document, BadgeRequest request) {
    Content content =
        new Content(
            document.label(),
            document.message(),
            color(document.color()).orElse(BadgeColor.LIGHTGREY),
            color(document.labelColor()),
            document.isError());
    Overrides asked = request.overrides();
    Overrides overrides =
        new Overrides(
            asked.label(),
            asked.color(),
            asked.labelColor(),
            asked.style().or(() -> document.style().flatMap(Style::of)),
            logo(asked.logo(), document),
            asked.links(),
            asked.scale());
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

  /** The URL's logo, or the document's in the looks that the URL asks for. */
  private static Optional<Logo> logo(Optional<Logo> asked, EndpointDocument document) {
    if (asked.isEmpty()) {
      return logo(document);
    }
    Logo looks = asked.get();
    if (!looks.source().isEmpty()) {
      return asked;
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
