package dev.blazon.service;

/**
 * The address on which a server listens.
 *
 * @param variable the setting that chose the port, named in the message if the port cannot be
 *     opened
 * @param host a name or an IP address
 * @param port a TCP port; 0 lets the system choose
 */
public record Address(String variable, String host, int port) {

  /** The address of the service itself: {@code BLAZON_HOST} and {@code BLAZON_PORT}. */
  public static Address ofService(Settings settings) {
    return of(settings, "BLAZON_PORT", 8080, "where badges are served; 0: any free port");
  }

  /** The address for the operator: {@code BLAZON_HOST} and {@code BLAZON_ADMIN_PORT}. */
  public static Address ofAdmin(Settings settings) {
    return of(settings, "BLAZON_ADMIN_PORT", 8081, "/healthz, /readyz and /metrics; never public");
  }

  private static Address of(Settings settings, String variable, int port, String meaning) {
    String host = settings.text("BLAZON_HOST", "127.0.0.1", "the address to listen on");
    return new Address(variable, host, settings.port(variable, port, meaning));
  }
}
