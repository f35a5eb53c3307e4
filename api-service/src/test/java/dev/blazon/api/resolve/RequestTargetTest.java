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
    "/a/b.svg?url=http://c/d,        own,   /a/b.svg?url=http://c/d",
    "http://other/a/b.svg?label,     other, /a/b.svg?label",
    "HTTPS://other:80/a,             other:80, /a",
    "http://other,                   other, /",
    "http://other?label,             other, /?label",
    "http:///a,                      '',    /a",
    "ftp://other/a,                  own,   ftp://other/a",
    "a?url=://b,                     own,   a?url=://b",
    "*,                              own,   *",
  })
  void a_request_line_may_hold_a_whole_url(String target, String host, String uri) {
    assertEquals(new RequestTarget(host, uri), RequestTarget.of("own", target));
  }

  @ParameterizedTest
  @CsvSource({
    "/a.svg?,                              /a.svg",
    "/a.svg?utm_source=x,                  /a.svg",
    "/a.svg?style=flat&amp;label=x&,       /a.svg?label=x&style=flat",
    "http://other/a.svg?style=flat&label=, /a.svg?label=&style=flat",
  })
  void noise_in_the_query_is_left_out(String target, String uri) {
    assertEquals(uri, RequestTarget.of("", target).uri());
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
