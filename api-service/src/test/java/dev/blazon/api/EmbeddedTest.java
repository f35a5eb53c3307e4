package dev.blazon.api;

import java.nio.file.Path;
import java.util.Map;

/** All in one process, nothing configured. */
class EmbeddedTest extends EndToEnd {

  @Override
  Map<String, String> others(Path folder) {
    return Map.of();
  }

  @Override
  void endOthers() {}
}
