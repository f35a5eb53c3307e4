package dev.blazon.api.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTest {

  @ParameterizedTest
  @CsvSource({
    "/a/b.svg,         /a/b.svg, ''",
    "/a/b.svg?,        /a/b.svg, ''",
    "/a/b.svg?x=1&y,   /a/b.svg, x=1&y",
    "/a/b.svg?x=?&y=/, /a/b.svg, x=?&y=/",
  })
  void a_uri_is_a_path_and_a_query(String uri, String path, String query) {
    RequestTarget ask = new RequestTarget("", uri);

    assertEquals(path, ask.path());
    assertEquals(query, ask.query());
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b.svg?x=http://c/d,          own,   /a/b.svg?x=http://c/d",
    "http://other/a/b.svg?x,         other, /a/b.svg?x",
    "HTTPS://other:80/a,             other:80, /a",
    "http://other,                   other, /",
    "http://other?x,                 other, /?x",
    "http:///a,                      '',    /a",
    "ftp://other/a,                  own,   ftp://other/a",
    "a?x=://b,                       own,   a?x=://b",
    "*,                              own,   *",
  })
  void a_request_line_may_hold_a_whole_url(String target, String host, String uri) {
    assertEquals(new RequestTarget(host, uri), RequestTarget.of("own", target));
  }

  @ParameterizedTest
  @CsvSource({
    "/a.svg?download,           true",
    "/a.svg?download=1,         true",
    "/a.svg?style=flat&download, true",
    "/a.svg?download&style=flat, true",
    "/a.svg?downloads=1,        false",
    "/a.svg?nodownload,         false",
    "/a.svg?label=download,     false",
    "/a.svg?label=download&download, true",
    "/download/a/badge.svg,     false",
  })
  void a_parameter_makes_it_a_download(String uri, boolean download) {
    assertEquals(download, new RequestTarget("", uri).isDownload());
  }

  @Test
  void a_url_is_too_long_beyond_eight_kilobytes() {
    assertFalse(new RequestTarget("", "/" + "a".repeat(8191)).isTooLong());
    assertTrue(new RequestTarget("", "/" + "a".repeat(8192)).isTooLong());
  }
}
