package dev.blazon.api.dialect;

import dev.blazon.api.shield.Wording;
import java.util.OptionalLong;

/**
 * A badge URL, understood.
 *
 * @param dialect the short name of the dialect that read it, for metrics: {@code pypipin}, {@code
 *     shields}, {@code fury}, {@code pepy}, {@code badgen}
 * @param subject what to look up, and who writes
 * @param wording whose words
 * @param overrides what the reader wants otherwise
 * @param format picture or JSON
 * @param cacheSeconds how long the reader wants the answer kept; empty: as usual
 */
public record BadgeRequest(
    String dialect,
    Subject subject,
    Wording wording,
    Overrides overrides,
    AnswerFormat format,
    OptionalLong cacheSeconds) {}
