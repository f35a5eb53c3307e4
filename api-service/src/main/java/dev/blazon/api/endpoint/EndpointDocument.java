package dev.blazon.api.endpoint;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The content of an endpoint-badge document in shields.io's schema. Colours, style and logo are
 * unchecked texts. Values that the document does not give are empty.
 *
 * @param label the left text; empty if there is none
 * @param message the right text
 * @param isError whether the message reports a failure, whose colour the URL cannot change
 * @param logoSize {@code auto} is the only value with a meaning
 * @param logoWidth in pixels, from 1 to {@code Logo.MAX_WIDTH}
 * @param cacheSeconds how long caches may keep the badge, above 0
 */
public record EndpointDocument(
    String label,
    String message,
    Optional<String> color,
    Optional<String> labelColor,
    boolean isError,
    Optional<String> namedLogo,
    Optional<String> logoSvg,
    Optional<String> logoColor,
    OptionalInt logoWidth,
    Optional<String> logoSize,
    Optional<String> style,
    OptionalLong cacheSeconds) {}
