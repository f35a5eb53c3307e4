package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class UrlFuzzerTest {

  @Test
  void makes_urls_that_are_valid_in_a_request_line() {
    UrlFuzzer urls = new UrlFuzzer(1);
    for (int i = 0; i < 5_000; i++) {
      String url = urls.next();
      assertTrue(url.startsWith("/") && url.chars().allMatch(c -> c > ' ' && c < 127), url);
    }
  }

  @Test
  void makes_the_same_from_the_same_seed() {
    UrlFuzzer one = new UrlFuzzer(7);
    UrlFuzzer other = new UrlFuzzer(7);
    for (int i = 0; i < 100; i++) {
      assertEquals(one.next(), other.next());
    }
  }
}
