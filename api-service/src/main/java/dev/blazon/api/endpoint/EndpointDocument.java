package dev.blazon.api.endpoint;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an endpoint-badge document asks for, in shields.io's schema and as yet unjudged: colours,
 * style and logo are texts that somebody wrote. What the document does not say is empty.
 *
 * @param label the left text; an empty text when there is none
 * @param message the right text
 * @param isError whether the message tells of a failure, whose colour then may not be changed
 * @param logoSize {@code auto} or nothing
 * @param logoWidth in pixels
 * @param cacheSeconds how long its author wants it kept
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
