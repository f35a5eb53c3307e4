package dev.blazon.api.web;

import dev.blazon.api.web.page.Page;
import java.time.Clock;

/**
 * What the event loops share.
 *
 * @param rendered the answers given before
 * @param page for people: takes what is no badge
 * @param answers the long way, for what was not
 * @param connections bounds the crowd
 */
record WebParts(
    RenderedAnswers rendered,
    Page page,
    BadgeAnswers answers,
    WebMetrics metrics,
    ConnectionLimit connections,
    Clock clock) {}
