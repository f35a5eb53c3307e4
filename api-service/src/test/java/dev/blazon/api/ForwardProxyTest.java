package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An index behind a forward proxy (CONNECT, RFC 9110, section 9.3.6), with a certificate of a
 * private authority. Its name exists for the proxy only.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ForwardProxyTest {

  private static final String HOST = "pypi.test";

  private final Vertx vertx = Vertx.vertx();
  private final List<String> connected = new CopyOnWriteArrayList<>();
  @TempDir private Path folder;
  private StubServer pypi;
  private NetServer proxy;
  private Path authority;

  @BeforeEach
  void start() throws Exception {
    X509Bundle root =
        new CertificateBuilder()
            .subject("CN=Our own authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    X509Bundle leaf =
        new CertificateBuilder().subject("CN=" + HOST).addSanDnsName(HOST).buildIssuedBy(root);
    authority = Files.writeString(folder.resolve("ca.pem"), root.getCertificatePEM());
    pypi =
        StubServer.start(
            vertx,
            new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(
                    new PemKeyCertOptions()
                        .setKeyValue(Buffer.buffer(leaf.getPrivateKeyPEM()))
                        .setCertValue(Buffer.buffer(leaf.getCertificatePathPEM()))));
    pypi.answer("/pypi/known/json", Behaviour.json(Documents.good("known", "1.2.3")));
    NetClient onward = vertx.createNetClient();
    proxy =
        vertx
            .createNetServer()
            .connectHandler(socket -> socket.handler(head -> connect(onward, socket, head)))
            .listen(0, "127.0.0.1")
            .await(10, TimeUnit.SECONDS);
  }

  private void connect(NetClient onward, NetSocket socket, Buffer head) {
    connected.add(head.toString().lines().findFirst().orElse(""));
    socket.pause();
    onward
        .connect(pypi.port(), "127.0.0.1")
        .onSuccess(
            server -> {
              socket.write("HTTP/1.1 200 OK\r\n\r\n");
              socket.handler(null);
              socket.pipeTo(server);
              server.pipeTo(socket);
            })
        .onFailure(problem -> socket.close());
  }

  @AfterEach
  void stop() throws Exception {
    pypi.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private HttpAsker.Response badge(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("BLAZON_PYPI_URL", "https://" + HOST);
    all.put("BLAZON_CACHE_DIR", folder.resolve("cache").toString());
    all.put("HTTPS_PROXY", "http://127.0.0.1:" + proxy.actualPort());
    try (Deployment blazon = Deployment.start(all)) {
      return blazon.ask().get("/version/known/badge.json");
    }
  }

  @Test
  void facts_come_through_the_proxy_from_a_server_that_the_operator_trusts() {
    HttpAsker.Response badge = badge(Map.of("BLAZON_CA_FILE", authority.toString()));

    assertEquals(200, badge.status(), badge.text());
    assertTrue(badge.text().contains("1.2.3"), badge.text());
    assertEquals("CONNECT " + HOST + ":443 HTTP/1.1", connected.get(0));
  }

  @Test
  void a_server_that_nobody_trusts_is_not_believed() {
    HttpAsker.Response badge = badge(Map.of());

    assertEquals(502, badge.status(), badge.text());
    assertEquals(0, pypi.requests());
  }
}
