package dev.blazon.api.web;

import dev.blazon.api.page.Page;
import dev.blazon.api.rendered.RenderedAnswers;
import dev.blazon.api.rendered.WebMetrics;
import dev.blazon.service.Readiness;
import dev.blazon.service.http.ConnectionLimit;
import java.time.Clock;

/**
 * What the event loops share.
 *
 * @param rendered the answers given before
 * @param page for people: takes what is no badge
 * @param answers the long way, for what was not
 * @param connections bounds the crowd
 * @param readiness whether requests are welcome
 */
record WebParts(
    RenderedAnswers rendered,
    Page page,
    BadgeAnswers answers,
    WebMetrics metrics,
    ConnectionLimit connections,
    Readiness readiness,
    Clock clock) {}
