package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of connections is bounded, and the accepted ones are served. */
class ConnectionLimitTest {

  private static final int PATIENCE_MILLIS = 8_000;

  @Test
  void one_connection_too_many_is_closed_and_the_others_are_served(@TempDir Path folder)
      throws IOException {
    try (Deployment blazon =
        Deployment.start(
            Map.of("BLAZON_CONNECTIONS", "2", "BLAZON_CACHE_DIR", folder.toString()))) {
      try (Socket first = connect(blazon);
          Socket second = connect(blazon)) {
        assertEquals("HTTP/1.1 200 OK", statusLine(first));
        assertEquals("HTTP/1.1 200 OK", statusLine(second));
        try (Socket third = connect(blazon)) {
          assertEquals("", statusLine(third), "closed without an answer");
        }
        assertEquals("HTTP/1.1 200 OK", statusLine(first), "still served");
      }
      assertTrue(isServedAgain(blazon), "a place that was left is taken by the next");
    }
  }

  private static Socket connect(Deployment blazon) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), blazon.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /**
   * Requests a badge that needs no upstream; returns the first line of the answer, or an empty
   * text.
   */
  private static String statusLine(Socket socket) throws IOException {
    try {
      socket
          .getOutputStream()
          .write(
              "HEAD /badge/a-b-red.svg HTTP/1.1\r\nHost: x\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String status = lines.readLine();
      for (String line = status; line != null && !line.isEmpty(); line = lines.readLine()) {
        // The headers do not matter here.
      }
      return status == null ? "" : status;
    } catch (SocketException e) {
      return ""; // Reset: the other way to be closed.
    }
  }

  /** The server notices a closed connection a little later than the client. */
  private static boolean isServedAgain(Deployment blazon) throws IOException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    while (System.nanoTime() < end) {
      try (Socket socket = connect(blazon)) {
        if (!statusLine(socket).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}
