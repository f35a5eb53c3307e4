package dev.blazon.api;

import java.nio.file.Path;
import java.util.Map;

/** The end-to-end tests with everything in one process and the default settings. */
class EmbeddedTest extends EndToEnd {

  private Deployment blazon;

  @Override
  protected HttpAsker begin(Map<String, String> environment, Path folder) {
    blazon = Deployment.start(environment);
    return blazon.ask();
  }

  @Override
  protected void end() {
    blazon.close();
  }
}
