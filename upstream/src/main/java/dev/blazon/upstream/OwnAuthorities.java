package dev.blazon.upstream;

import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificate authorities of the operator's own, trusted beside those that Java trusts. */
final class OwnAuthorities {

  private OwnAuthorities() {}

  /**
   * Reads a file of certificates.
   *
   * @param file the path of a PEM file, with one certificate or more
   * @throws IllegalArgumentException if it has none; the message says so
   */
  static TrustOptions of(String file) {
    try {
      Collection<? extends Certificate> own =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(Path.of(file))));
      if (own.isEmpty()) {
        throw new IllegalArgumentException("a PEM file with certificates is needed");
      }
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (Certificate certificate : own) {
        all.setCertificateEntry("own-" + number++, certificate);
      }
      for (X509Certificate certificate : usual()) {
        all.setCertificateEntry("usual-" + number++, certificate);
      }
      return TrustOptions.wrap(factory(all).getTrustManagers()[0]);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("the file cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a PEM file with certificates is needed", e);
    }
  }

  private static X509Certificate[] usual() throws GeneralSecurityException {
    for (TrustManager manager : factory(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509.getAcceptedIssuers();
      }
    }
    throw new IllegalStateException("every Java trusts some authorities");
  }

  /**
   * Creates a factory.
   *
   * @param authorities null: those that Java trusts, as {@link TrustManagerFactory#init} has it
   */
  private static TrustManagerFactory factory(KeyStore authorities) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return factory;
  }
}
