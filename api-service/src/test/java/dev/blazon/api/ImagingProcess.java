package dev.blazon.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The imaging service as a second process, with this test's Java and class path. */
final class ImagingProcess implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)");

  private final Process process;
  private final URI url;

  private ImagingProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts one on free ports and waits until it says where it serves. */
  static ImagingProcess start(Path cacheFolder) {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.blazon.imaging.Main")
            .redirectErrorStream(true);
    builder.environment().put("BLAZON_HOST", "127.0.0.1");
    builder.environment().put("BLAZON_PORT", "0");
    builder.environment().put("BLAZON_ADMIN_PORT", "0");
    builder.environment().put("BLAZON_CACHE_DIR", cacheFolder.toString());
    try {
      Process process = builder.start();
      return new ImagingProcess(process, address(process.inputReader()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI address(BufferedReader output) throws IOException {
    List<String> said = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        drain(output);
        return URI.create(matcher.group(1));
      }
    }
    throw new AssertionError("the imaging service did not start: " + String.join("\n", said));
  }

  /** A process whose output nobody reads would stand still in the end. */
  private static void drain(BufferedReader output) {
    Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "imaging-output");
    reader.setDaemon(true);
    reader.start();
  }

  URI url() {
    return url;
  }

  /** Ends the process without any mercy. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        kill();
        throw new AssertionError("the imaging service did not stop when told to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }
}
