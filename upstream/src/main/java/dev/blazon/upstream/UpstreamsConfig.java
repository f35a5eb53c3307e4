package dev.blazon.upstream;

import dev.blazon.service.Settings;
import io.vertx.core.net.TrustOptions;
import java.util.Optional;

/**
 * What all upstreams of a process have in common.
 *
 * @param contact added to the {@code User-Agent}, so that an upstream can reach the operator
 * @param documentBytes what documents that are being read may take in memory
 * @param proxies between this process and the upstreams
 * @param authorities whom to trust with certificates; empty: those that Java trusts
 */
public record UpstreamsConfig(
    Optional<String> contact,
    long documentBytes,
    Proxies proxies,
    Optional<TrustOptions> authorities) {

  /**
   * Reads the settings.
   *
   * @throws dev.blazon.service.InvalidSettingException when a value is invalid
   */
  public static UpstreamsConfig read(Settings settings) {
    return new UpstreamsConfig(
        settings.text("BLAZON_CONTACT", "an address or page for upstreams, in the User-Agent"),
        settings.bytes(
            "BLAZON_DOCUMENT_MEMORY",
            "12mb",
            1 << 20,
            "memory for upstreams' documents being read, in all; beyond it they count as busy"),
        Proxies.read(settings),
        settings.parsed(
            "BLAZON_CA_FILE",
            "none",
            "certificates to trust beside the system's, for upstreams: a PEM file",
            OwnAuthorities::of));
  }
}
