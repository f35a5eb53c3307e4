package dev.blazon.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Requests generated URLs and checks the responses. Runs on one event loop, so it needs no locks.
 */
final class UrlProbe {

  /** Fixed, so that a finding can be reproduced. */
  static final long SEED = 20261121;

  private static final int AT_ONCE = 64;
  private static final int EXAMPLES = 5;

  private final HttpClient client;
  private final URI server;
  private final UrlFuzzer urls = new UrlFuzzer(SEED);
  private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
  private final Promise<Findings> done = Promise.promise();
  private final List<String> examples = new ArrayList<>();
  private final int requests;
  private int sent;
  private int ended;
  private int pictures;
  private int brokenPictures;
  private int serverErrors;
  private int unanswered;

  private UrlProbe(Vertx vertx, URI server, int requests) {
    this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(AT_ONCE));
    this.server = server;
    this.requests = requests;
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * The findings of a run.
   *
   * @param examples the first URLs with a bad response
   */
  record Findings(
      int answers,
      int pictures,
      int brokenPictures,
      int serverErrors,
      int unanswered,
      List<String> examples) {

    static Findings parse(String json) {
      JsonObject fields = new JsonObject(json);
      return new Findings(
          fields.getInteger("answers"),
          fields.getInteger("pictures"),
          fields.getInteger("brokenPictures"),
          fields.getInteger("serverErrors"),
          fields.getInteger("unanswered"),
          fields.getJsonArray("examples").stream().map(Object::toString).toList());
    }

    String json() {
      return new JsonObject()
          .put("answers", answers)
          .put("pictures", pictures)
          .put("brokenPictures", brokenPictures)
          .put("serverErrors", serverErrors)
          .put("unanswered", unanswered)
          .put("examples", new JsonArray(examples))
          .encode();
    }
  }

  /** Arguments: the number of URLs, the server's address. Prints the findings. */
  public static void main(String[] arguments) {
    Vertx vertx =
        Vertx.builder()
            .with(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1))
            .build();
    int requests = Integer.parseInt(arguments[0]);
    System.out.println(run(vertx, URI.create(arguments[1]), requests).await().json());
    vertx.close().await();
  }

  static Future<Findings> run(Vertx vertx, URI server, int requests) {
    UrlProbe probe = new UrlProbe(vertx, server, requests);
    vertx.runOnContext(
        start -> {
          for (int i = 0; i < AT_ONCE; i++) {
            probe.ask();
          }
        });
    return probe.done.future();
  }

  private void ask() {
    if (sent == requests) {
      return;
    }
    sent++;
    String url = urls.next();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(server.getHost())
            .setPort(server.getPort())
            .setURI(url)
            .setTimeout(10_000);
    client
        .request(options)
        .compose(request -> request.send())
        .compose(response -> response.body().map(body -> judge(url, response, body)))
        .onFailure(
            failure -> {
              unanswered++;
              example(url + " → " + failure.getMessage());
            })
        .onComplete(
            ended -> {
              this.ended++;
              if (this.ended == requests) {
                done.complete(findings());
              } else {
                ask();
              }
            });
  }

  /** A JSON response has the real status when an upstream is down, late, or not configured. */
  private static boolean isHonest(int status, String type) {
    return status > 500 && type != null && type.startsWith("application/json");
  }

  private boolean judge(String url, HttpClientResponse response, Buffer body) {
    String type = response.getHeader("Content-Type");
    if (response.statusCode() >= 500 && !isHonest(response.statusCode(), type)) {
      serverErrors++;
      example(url + " → " + response.statusCode());
      return false;
    }
    if (type == null || !type.startsWith("image/svg+xml")) {
      return true;
    }
    pictures++;
    try {
      XMLStreamReader reader =
          xml.createXMLStreamReader(new ByteArrayInputStream(body.getBytes()), "UTF-8");
      while (reader.hasNext()) {
        reader.next();
      }
      return true;
    } catch (XMLStreamException e) {
      brokenPictures++;
      example(url + " → " + e.getMessage());
      return false;
    }
  }

  private void example(String text) {
    if (examples.size() < EXAMPLES) {
      examples.add(text.replace('`', '\'').replace('\n', ' '));
    }
  }

  private Findings findings() {
    return new Findings(
        ended - unanswered, pictures, brokenPictures, serverErrors, unanswered, examples);
  }
}
