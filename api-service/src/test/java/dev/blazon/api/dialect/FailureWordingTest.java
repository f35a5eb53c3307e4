package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.shield.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureWordingTest {

  @ParameterizedTest
  @CsvSource({
    "/v/x/badge.svg,                 pypi,         not found",
    "/d/x/badge.svg,                 downloads,    not found",
    "/license/x/badge.svg,           license,      not found",
    "/pypi/v/x,                      pypi,         package or version not found",
    "/pypi/l/x,                      license,      package or version not found",
    "/pypi/frameworkversions/zope/x, versions,     package or version not found",
    "/pypi/dm/x,                     downloads,    package not found",
    "/pepy/dt/x,                     downloads,    not found",
    "/py/x,                          pypi package, not found",
    "/badge/x/month,                 downloads/month, not found",
    "/badgen/pypi/v/x,               pypi,         not found",
    "/endpoint?url=https://x.test,   custom badge, resource not found",
  })
  void is_red_if_the_subject_does_not_exist(String url, String label, String message) {
    Content content = FailureWording.missing(Reading.read(url).orElseThrow());

    assertEquals(label, content.label());
    assertEquals(message, content.message());
    assertEquals("red", content.color().name());
    assertTrue(content.isError());
  }

  @ParameterizedTest
  @CsvSource({
    "/v/x/badge.svg, UNREACHABLE,    unreachable",
    "/v/x/badge.svg, SLOW,           slow",
    "/v/x/badge.svg, INVALID,        invalid response",
    "/v/x/badge.svg, RATE_LIMITED,   rate limited",
    "/d/x/badge.svg, COMING,         no data yet",
    "/pypi/dm/x,     COMING,         no data yet",
    "/badge/x,       NOT_CONFIGURED, no data",
    "/pypi/v/x,      UNREACHABLE,    inaccessible",
    "/pypi/v/x,      SLOW,           unresponsive",
    "/pypi/v/x,      INVALID,        invalid response data",
    "/pypi/v/x,      RATE_LIMITED,   rate limited by upstream service",
    "/pepy/dt/x,     NOT_CONFIGURED, no data",
  })
  void is_light_grey_if_the_upstream_failed(String url, Reason reason, String message) {
    Content content = FailureWording.failed(Reading.read(url).orElseThrow(), reason);

    assertEquals(message, content.message());
    assertEquals("lightgrey", content.color().name());
    assertTrue(content.isError());
  }

  @Test
  void says_that_the_operator_did_not_list_a_host() {
    BadgeRequest request = Reading.read("/endpoint?url=https://x.test").orElseThrow();
    Content content = FailureWording.failed(request, Reason.FORBIDDEN);

    assertEquals("custom badge", content.label());
    assertEquals("domain is blocked", content.message());
    assertEquals("red", content.color().name());
  }
}
