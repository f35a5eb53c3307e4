package dev.blazon.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The checkout of the project, and the commands that run from it.
 *
 * @param root the checkout's root folder
 */
public record Place(Path root) {

  /** The folder for logs and temporary files of a run. */
  public Path work() {
    return root.resolve("bench/target/run");
  }

  /** The command that runs a program of this module, with the same Java and the built classes. */
  public List<String> java(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Dlogback.configurationFile=bench-logback.xml",
                "-cp",
                root.resolve("bench/target/classes") + ":" + root.resolve("bench/target/lib/*")));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A TCP port that is free at the moment. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
