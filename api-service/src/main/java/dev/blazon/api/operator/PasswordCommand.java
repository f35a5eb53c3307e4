package dev.blazon.api.operator;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code ./blazon password}: reads a password, twice from a terminal and without an echo, or as the
 * first line of standard input, and prints the line for {@code BLAZON_OPERATOR_PASSWORD_HASH}.
 */
public final class PasswordCommand {

  /**
   * The least length in characters. At sixty guesses an hour even eight would do; who gets hold of
   * the hash can try faster.
   */
  private static final int SHORTEST = 12;

  /** Beyond it no header would be read: see {@link Credentials}. */
  private static final int LONGEST = 128;

  private static final int USAGE = 2;

  /** Set by the launcher: Java cannot tell whether its standard input is a terminal. */
  private static final String TERMINAL = "blazon.terminal";

  private PasswordCommand() {}

  /** Prints the hash, or says on standard error what is wrong, with status 2. */
  public static void main(String[] arguments) throws IOException {
    System.exit(arguments.length > 0 ? help(System.err) : run());
  }

  private static int help(PrintStream err) {
    err.println("blazon password: reads a password, and prints its hash; it takes no argument");
    return USAGE;
  }

  private static int run() throws IOException {
    Optional<String> password = Boolean.getBoolean(TERMINAL) ? typed() : firstLine();
    return print(password, System.out, System.err);
  }

  private static Optional<String> firstLine() throws IOException {
    return Optional.ofNullable(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
  }

  /** The password that was typed twice; empty if the two differ. */
  private static Optional<String> typed() {
    Console console = System.console();
    char[] once = console.readPassword("Password: ");
    char[] again = console.readPassword("Once more: ");
    if (once == null || again == null) {
      return Optional.empty();
    }
    String password = new String(once);
    return password.contentEquals(new String(again)) ? Optional.of(password) : Optional.empty();
  }

  /**
   * Prints the hash of a password.
   *
   * @param password empty: it was typed in two ways, or there was none
   * @return the exit status
   */
  static int print(Optional<String> password, PrintStream out, PrintStream err) {
    if (password.isEmpty()) {
      err.println("blazon password: no password, or the two are not the same");
      return USAGE;
    }
    int length = password.get().length();
    if (length < SHORTEST || length > LONGEST) {
      err.println(
          "blazon password: from " + SHORTEST + " to " + LONGEST + " characters are needed");
      return USAGE;
    }
    out.println(PasswordHash.of(password.get()).text());
    return 0;
  }
}
