package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.await;
import static dev.blazon.api.lookup.LookupFixture.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests endpoint documents from a real TLS server that stands in for the listed hosts. */
class EndpointLookupTest {

  private static final String DOCUMENT =
      """
      {"label": "", "message": "Ruff", "logoSvg": "<svg/>", "logoWidth": 10, "labelColor": "grey",
       "color": "#261230", "somethingNew": {"deep": [1]}}
      """;

  /** One for all tests: a key takes time to make. */
  private static final X509Bundle CERTIFICATE = certificate("raw.githubusercontent.com");

  private final Vertx tlsVertx = Vertx.vertx();
  private final Map<String, String> addresses = new ConcurrentHashMap<>();
  private StubServer tls;
  private LookupFixture fixture;

  @BeforeEach
  void start() {
    tls =
        StubServer.start(
            tlsVertx,
            new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(
                    new PemKeyCertOptions()
                        .setKeyValue(Buffer.buffer(CERTIFICATE.getPrivateKeyPEM()))
                        .setCertValue(Buffer.buffer(CERTIFICATE.getCertificatePEM()))));
    addresses.put("raw.githubusercontent.com", "185.199.108.133");
    fixture = new LookupFixture();
    fixture.endpointDoor =
        Optional.of(
            new EndpointAccess(
                this::resolve,
                checked -> SocketAddress.inetSocketAddress(tls.port(), "127.0.0.1"),
                Optional.of(
                    new PemTrustOptions()
                        .addCertValue(Buffer.buffer(CERTIFICATE.getCertificatePEM())))));
  }

  @AfterEach
  void stop() throws TimeoutException {
    fixture.close();
    tls.close();
    await(tlsVertx.close());
  }

  @Test
  void a_document_is_read_leniently_and_cached() throws TimeoutException {
    tls.answer("/ruff.json", Behaviour.json(DOCUMENT));
    EndpointDocument document = known(endpoint("/ruff.json")).value();
    assertEquals("Ruff", document.message());
    assertEquals(Optional.of("<svg/>"), document.logoSvg());
    assertEquals(Optional.of("#261230"), document.color());
    fixture.clock.advance(Duration.ofMinutes(4));
    known(endpoint("/ruff.json#fragment"));
    assertEquals(1, tls.requests());
    assertEquals("raw.githubusercontent.com", tls.seen().get(0).headers().get("Host"));
  }

  @Test
  void its_cache_seconds_count_and_a_stale_document_replaces_an_error() throws TimeoutException {
    tls.answer("/a.json", Behaviour.json("{\"message\": \"a\", \"cacheSeconds\": 3600}"));
    known(endpoint("/a.json"));
    fixture.clock.advance(Duration.ofMinutes(59));
    assertEquals(false, known(endpoint("/a.json")).stale());
    tls.answerEverything(Behaviour.status(500));
    fixture.clock.advance(Duration.ofDays(3));
    assertTrue(known(endpoint("/a.json")).stale());
  }

  @Test
  void a_redirect_is_followed_to_listed_hosts_only() throws TimeoutException {
    tls.answer("/old", redirect("/new"));
    tls.answer("/new", Behaviour.json(DOCUMENT));
    known(endpoint("/old"));
    tls.answer("/away", redirect("https://example.com/x"));
    assertEquals(new Answer.Failed<>(Reason.FORBIDDEN), endpoint("/away"));
    tls.answer("/down", redirect("http://raw.githubusercontent.com/new"));
    assertEquals(new Answer.Failed<>(Reason.INVALID), endpoint("/down"));
    tls.answer("/circle", redirect("/circle"));
    assertEquals(new Answer.Failed<>(Reason.INVALID), endpoint("/circle"));
    assertEquals(4, tls.requests("/circle"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "64:ff9b::7f00:1"})
  void an_address_that_is_not_public_is_never_connected_to(String address) throws TimeoutException {
    addresses.put("raw.githubusercontent.com", "185.199.108.133 " + address);
    assertEquals(new Answer.Failed<>(Reason.UNREACHABLE), endpoint("/ruff.json"));
    assertEquals(0, tls.requests());
  }

  @ParameterizedTest
  @CsvSource({
    "http://raw.githubusercontent.com/x, INVALID",
    "ftp://raw.githubusercontent.com/x, INVALID",
    "https://raw.githubusercontent.com:8443/x, INVALID",
    "https://user@raw.githubusercontent.com/x, INVALID",
    "raw.githubusercontent.com/x, INVALID",
    "https:///x, INVALID",
    "'https://raw.githubusercontent.com\\x', INVALID",
    "https://example.com/x, FORBIDDEN",
    "https://raw.githubusercontent.com.evil.example/x, FORBIDDEN",
    "https://127.0.0.1/x, FORBIDDEN",
    "https://[::1]/x, FORBIDDEN",
  })
  void other_addresses_are_refused_without_a_request(String url, Reason reason)
      throws TimeoutException {
    assertEquals(new Answer.Failed<>(reason), await(fixture.lookups().find(new DocumentKey(url))));
  }

  @Test
  void an_answer_of_another_form_is_invalid() throws TimeoutException {
    tls.answer("/html", Behaviour.html());
    tls.answer("/list", Behaviour.json("[1, 2]"));
    tls.answer("/nothing", Behaviour.json("{\"label\": \"x\"}"));
    tls.answer(
        "/long", Behaviour.body("application/json", Buffer.buffer(" ".repeat(64 * 1024 + 1))));
    for (String path : List.of("/html", "/list", "/nothing", "/long")) {
      assertEquals(new Answer.Failed<>(Reason.INVALID), endpoint(path), path);
    }
    assertInstanceOf(Answer.Missing.class, endpoint("/missing"));
  }

  @Test
  void a_certificate_of_another_host_is_not_trusted() throws TimeoutException {
    addresses.put("gist.githubusercontent.com", "185.199.108.133");
    assertEquals(
        new Answer.Failed<>(Reason.UNREACHABLE),
        await(fixture.lookups().find(new DocumentKey("https://gist.githubusercontent.com/x"))));
  }

  private Answer<EndpointDocument> endpoint(String path) throws TimeoutException {
    return await(
        fixture.lookups().find(new DocumentKey("https://raw.githubusercontent.com" + path)));
  }

  private static Behaviour redirect(String location) {
    return Behaviour.status(302, "", Map.of("Location", location));
  }

  private Future<List<InetAddress>> resolve(String host) {
    List<InetAddress> found = new ArrayList<>();
    try {
      for (String address : addresses.getOrDefault(host, "").split(" ", -1)) {
        found.add(InetAddress.getByName(address));
      }
      return Future.succeededFuture(found);
    } catch (UnknownHostException e) {
      return Future.failedFuture(e);
    }
  }

  private static X509Bundle certificate(String host) {
    try {
      return new CertificateBuilder()
          .subject("CN=" + host)
          .addSanDnsName(host)
          .setIsCertificateAuthority(true)
          .buildSelfSigned();
    } catch (Exception e) { // The only type that the method declares.
      throw new IllegalStateException("no certificate for " + host, e);
    }
  }
}
