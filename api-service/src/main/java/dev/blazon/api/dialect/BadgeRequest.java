package dev.blazon.api.dialect;

import dev.blazon.api.shield.Wording;
import java.util.OptionalLong;

/**
 * A parsed badge URL.
 *
 * @param dialect the short name of the dialect that read it, for metrics: {@code pypipin}, {@code
 *     shields}, {@code fury}, {@code pepy}, {@code badgen}
 * @param subject what the badge is about: what to look up, and the shield that shows it
 * @param wording the service whose words the badge uses
 * @param overrides what the URL changes in the badge
 * @param format SVG, PNG or JSON
 * @param cacheSeconds how long caches may keep the answer; empty: the default
 */
public record BadgeRequest(
    String dialect,
    Subject subject,
    Wording wording,
    Overrides overrides,
    AnswerFormat format,
    OptionalLong cacheSeconds) {}
