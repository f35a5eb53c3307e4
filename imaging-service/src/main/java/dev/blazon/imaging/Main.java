package dev.blazon.imaging;

import dev.blazon.service.Settings;
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
    ImagingServer.Web web = ImagingServer.Web.read(settings);
    ImagingConfig config = ImagingConfig.read(settings);
    return (vertx, metrics, readiness) ->
        ImagingServer.start(vertx, metrics, readiness, config, web);
  }
}
