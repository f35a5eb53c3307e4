package dev.blazon.imaging;

import dev.blazon.service.Address;
import dev.blazon.service.Settings;
import dev.blazon.service.http.HttpLimits;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.service.process.Service;
import dev.blazon.service.process.ServiceMain;

/** The main class of the imaging service as a separate process. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    new ServiceMain("imaging-service", "Paints badges as SVG and PNG pictures.", Main::configure)
        .run(arguments);
  }

  static Service configure(Settings settings) {
    Address address = Address.ofService(settings);
    int connections = HttpLimits.connections(settings);
    long bodyBytes = RequestBodies.memory(settings, 2L * PostedQuery.MAX_BYTES);
    ImagingConfig config = ImagingConfig.read(settings);
    return (vertx, metrics, readiness) ->
        ImagingServer.start(vertx, metrics, readiness, config, address, connections, bodyBytes);
  }
}
