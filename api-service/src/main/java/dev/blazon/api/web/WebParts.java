package dev.blazon.api.web;

import java.time.Clock;

/**
 * What the event loops share.
 *
 * @param rendered the answers given before
 * @param answers the long way, for what was not
 */
record WebParts(RenderedAnswers rendered, BadgeAnswers answers, WebMetrics metrics, Clock clock) {}
