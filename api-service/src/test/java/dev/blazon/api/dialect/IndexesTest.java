package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IndexesTest {

  private final Indexes indexes =
      new Indexes(
          URI.create("https://pypi.org"), Map.of("testpypi", URI.create("https://test.pypi.org")));

  @Test
  void a_listed_index_is_found_by_its_address() {
    assertTrue(indexes.hasUrl("https://test.pypi.org/"));
    assertEquals(Optional.of("testpypi"), indexes.nameOf("https://test.pypi.org/"));
    assertTrue(indexes.hasUrl("https://pypi.org"));
    assertEquals(Optional.empty(), indexes.nameOf("https://pypi.org"), "the usual one");
    assertFalse(indexes.hasUrl("https://evil.example"));
  }
}
