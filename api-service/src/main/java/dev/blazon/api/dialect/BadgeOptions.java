package dev.blazon.api.dialect;

import dev.blazon.api.shield.Wording;
import java.util.OptionalLong;

/**
 * Everything that a badge URL specifies except the subject of the badge.
 *
 * @param query all parameters of the URL
 * @param format SVG, PNG or JSON
 * @param wording the service whose words the badge uses
 * @param overrides what the URL changes in the badge
 * @param cacheSeconds how long caches may keep the answer; empty: the default
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
