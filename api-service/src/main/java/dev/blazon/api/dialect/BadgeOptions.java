package dev.blazon.api.dialect;

import dev.blazon.api.shield.Wording;
import java.util.OptionalLong;

/**
 * Everything that a URL says about a badge, except what the badge is about.
 *
 * @param query all parameters of the URL
 * @param format picture or JSON
 * @param wording whose words
 * @param overrides what the reader wants otherwise
 * @param cacheSeconds how long the reader wants the answer kept; empty: as usual
 */
record BadgeOptions(
    Parameters query,
    AnswerFormat format,
    Wording wording,
    Overrides overrides,
    OptionalLong cacheSeconds) {

  static BadgeOptions in(Wording wording, BadgePath path, Parameters query) {
    return new BadgeOptions(
        query,
        path.format(),
        wording,
        GlobalParameters.overrides(query),
        GlobalParameters.cacheSeconds(query));
  }

  BadgeOptions with(Overrides other) {
    return new BadgeOptions(query, format, wording, other, cacheSeconds);
  }
}
