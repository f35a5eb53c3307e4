package dev.blazon.api.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * What a server answered to bytes on one connection.
 *
 * @param text everything that it sent
 * @param closed whether it closed the connection in time
 */
record Conversation(String text, boolean closed) {

  /** How long a server may take to send or to close. */
  private static final int PATIENCE_MILLIS = 15_000;

  /** Sends bytes, and reads until the server closes the connection. */
  static Conversation of(int port, byte[] bytes) {
    try (Socket socket = connect(port)) {
      try {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
      } catch (IOException e) {
        return new Conversation("", true); // It closed the connection before everything was sent.
      }
      return listen(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  static Conversation listen(Socket socket) {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream in = socket.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
      return new Conversation(text.toString(), true);
    } catch (SocketTimeoutException e) {
      return new Conversation(text.toString(), false);
    } catch (IOException e) {
      return new Conversation(text.toString(), true); // Reset.
    }
  }

  /** The number of whole badges in the answer. */
  int badges() {
    return text.split("</svg>", -1).length - 1;
  }

  /** The number of badges that say this. */
  int badges(String label, String message) {
    return text.split("aria-label=\"" + label + ": " + message, -1).length - 1;
  }
}
