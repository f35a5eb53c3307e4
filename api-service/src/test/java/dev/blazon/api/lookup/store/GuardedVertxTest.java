package dev.blazon.api.lookup.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GuardedVertxTest {

  private final Vertx vertx = Vertx.vertx();
  private final List<String> refused = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  /** With TLS the guard has to see what was encrypted, and not the bytes of the connection. */
  @Test
  void a_connection_with_tls_is_guarded_too() throws Exception {
    X509Bundle certificate =
        new CertificateBuilder()
            .subject("CN=localhost")
            .addSanDnsName("localhost")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    NetServer server =
        vertx
            .createNetServer(
                new NetServerOptions()
                    .setSsl(true)
                    .setKeyCertOptions(
                        new PemKeyCertOptions()
                            .setKeyValue(Buffer.buffer(certificate.getPrivateKeyPEM()))
                            .setCertValue(Buffer.buffer(certificate.getCertificatePEM()))))
            .connectHandler(
                socket ->
                    socket.handler(
                        command ->
                            socket.write(
                                command.toString().contains("hello")
                                    ? "%1\r\n$6\r\nserver\r\n$5\r\nredis\r\n"
                                    : command.toString().contains("ping")
                                        ? "+PONG\r\n"
                                        : "*2147483647\r\n")))
            .listen(0, "localhost")
            .await(10, TimeUnit.SECONDS);
    RedisOptions options =
        new RedisOptions()
            .setNetClientOptions(
                new NetClientOptions()
                    .setHostnameVerificationAlgorithm("HTTPS")
                    .setTrustOptions(
                        new PemTrustOptions()
                            .addCertValue(Buffer.buffer(certificate.getCertificatePEM()))))
            .addConnectionString("rediss://localhost:" + server.actualPort());
    Redis redis = Redis.createClient(new GuardedVertx(vertx, refused::add), options);

    RedisConnection connection = redis.connect().await(10, TimeUnit.SECONDS);
    assertEquals(
        "PONG", connection.send(Request.cmd(Command.PING)).await(10, TimeUnit.SECONDS).toString());
    assertEquals(List.of(), refused);

    assertThrows(
        Throwable.class,
        () -> connection.send(Request.cmd(Command.GET).arg("key")).await(10, TimeUnit.SECONDS));
    assertEquals(List.of("more than 65536 elements"), refused);
  }
}
