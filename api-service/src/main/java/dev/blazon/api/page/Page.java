package dev.blazon.api.page;

import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.project.ProjectName;
import dev.blazon.service.RequestId;
import dev.blazon.service.log.InternalErrors;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The page's door: takes the requests that are for people, and leaves those for badges alone.
 * Thread-safe.
 */
public final class Page implements Predicate<HttpServerRequest> {

  private static final int MOST_README_KILOBYTES = 512;

  /** A form's percent-encoding can make three bytes of one. */
  private static final int MOST_FORM_BYTES = 3 * MOST_README_KILOBYTES * 1024 + 64;

  private static final int LONGEST_NAME = 200;

  private static final String ROBOTS =
      """
      # The pages are for everyone; the badges of half a million projects need no index.
      User-agent: *
      Allow: /$
      Allow: /?project=
      Allow: /docs
      Allow: /build$
      Allow: /repair$
      Allow: /assets/
      # What is shown where a page is linked to.
      Allow: /badge/Blazon-
      Allow: /*/badge.png
      Disallow: /
      """;

  private final MeterRegistry metrics;
  private final Lookups lookups;
  private final JsonObject openApi;
  private final Addresses addresses;
  private final Assets assets = new Assets();
  private final ProjectView projects;
  private final BuildView builder;
  private final LogoSearch logos;
  private final DocsView docs;
  private final ServiceStatus status;
  private final ClientErrors errors;

  /**
   * What the page tells about.
   *
   * @param logos the names of all named logos, sorted; asked when first needed
   * @param openApi the API's description
   * @param metrics what this process counts
   */
  public record Sources(
      ShieldCatalog catalog,
      Lookups lookups,
      Supplier<Future<List<String>>> logos,
      JsonObject openApi,
      MeterRegistry metrics) {}

  /**
   * @param publicUrl the address that people reach us under; empty: the one that they asked
   */
  public Page(Sources sources, Optional<URI> publicUrl, Clock clock) {
    this.metrics = sources.metrics();
    this.lookups = sources.lookups();
    this.openApi = sources.openApi();
    this.addresses = new Addresses(publicUrl);
    this.projects = new ProjectView(sources.catalog());
    this.builder = new BuildView(sources.catalog());
    this.logos = new LogoSearch(sources.logos());
    this.docs = new DocsView(sources.catalog(), new Examples(clock));
    this.status = new ServiceStatus(sources.metrics(), clock);
    this.errors = new ClientErrors(clock);
  }

  /** Adds up what happened lately, for the status view; to be called about once a minute. */
  public void count() {
    status.count();
  }

  /**
   * Answers the request if it is for the page.
   *
   * @return whether it was; if so, it has been answered, or will be
   */
  @Override
  public boolean test(HttpServerRequest request) {
    String path = request.path();
    if (path == null) {
      return false;
    }
    if (request.method().equals(HttpMethod.POST)) {
      return post(path, request);
    }
    return reads(request.method()) && get(path, request);
  }

  private static boolean reads(HttpMethod method) {
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private boolean get(String path, HttpServerRequest request) {
    Optional<PageAnswer> answer =
        switch (path) {
          case "/" -> {
            find(request);
            yield Optional.empty();
          }
          case "/build" -> {
            build(request);
            yield Optional.empty();
          }
          case "/repair" -> Optional.of(RepairView.form(site(request)));
          case "/status" -> Optional.of(StatusView.of(site(request), status));
          case "/docs/api" -> Optional.of(ApiView.of(site(request), openApi));
          case "/docs" -> Optional.of(docs.index(site(request)));
          case "/robots.txt" -> Optional.of(PageAnswer.plain(200, ROBOTS).forADay());
          case "/favicon.ico", "/favicon.svg" -> Optional.of(assets.icon());
          default -> below(path, request);
        };
    answer.ifPresent(ready -> send(ready, request));
    return answer.isPresent() || path.equals("/") || path.equals("/build");
  }

  private Optional<PageAnswer> below(String path, HttpServerRequest request) {
    if (path.startsWith("/assets/")) {
      return Optional.of(
          assets.find(path).orElseGet(() -> PageAnswer.plain(404, "There is no such file.\n")));
    }
    if (path.startsWith("/docs/")) {
      Site site = site(request);
      return Optional.of(docs.at(site, path).orElseGet(() -> docs.missing(site)));
    }
    return Optional.empty();
  }

  private void build(HttpServerRequest request) {
    Site site = site(request);
    BadgeForm form = BadgeForm.read(query(request));
    send(logos.like(form.logo()).map(names -> builder.of(site, form, names)), request);
  }

  private void find(HttpServerRequest request) {
    Site site = site(request);
    Form query = query(request);
    String written = query.text("project", LONGEST_NAME);
    if (written.isEmpty()) {
      send(FindView.of(site), request);
      return;
    }
    Snippet snippet = Snippet.of(query.raw("snippet")).orElse(Snippet.MARKDOWN);
    Optional<ProjectName> name = ProjectName.parse(written);
    if (name.isEmpty()) {
      send(ProjectView.impossible(site, written, snippet), request);
      return;
    }
    send(
        lookups
            .find(ProjectKey.of(name.get()))
            .map(answer -> projects.of(site, name.get(), answer, snippet)),
        request);
  }

  /** Sends what was made, or an apology when it could not be. */
  private void send(Future<PageAnswer> made, HttpServerRequest request) {
    made.otherwise(
            problem -> {
              RequestId id = new RequestId(request.response().headers().get(RequestId.HEADER));
              InternalErrors.log(id, problem, "no page for {}", request.path());
              return PageAnswer.plain(500, "This page could not be made. Please try again.\n");
            })
        .onSuccess(answer -> send(answer, request));
  }

  private void send(PageAnswer answer, HttpServerRequest request) {
    pages(answer.status()).increment();
    answer.send(request);
  }

  private Counter pages(int status) {
    return metrics.counter("blazon.pages", "status", Integer.toString(status));
  }

  private boolean post(String path, HttpServerRequest request) {
    return switch (path) {
      case "/repair" -> {
        repair(request);
        yield true;
      }
      case "/api/client-errors" -> {
        BodyReader.read(request, ClientErrors.MOST_BYTES)
            .map(errors::report)
            .otherwise(413)
            .onSuccess(status -> send(PageAnswer.plain(status, ""), request));
        yield true;
      }
      default -> false;
    };
  }

  private void repair(HttpServerRequest request) {
    Site site = site(request);
    Future<PageAnswer> answer =
        BodyReader.read(request, MOST_FORM_BYTES)
            .map(
                body -> {
                  // A form sends line breaks as CR LF; a README on its way back needs none of that.
                  String readme =
                      Form.parse(body.toString(StandardCharsets.UTF_8))
                          .raw("readme")
                          .replace("\r\n", "\n");
                  return readme.length() > MOST_README_KILOBYTES * 1024
                      ? RepairView.tooLong(site, MOST_README_KILOBYTES)
                      : RepairView.repaired(site, readme);
                })
            .recover(
                problem ->
                    problem instanceof BodyReader.TooLongException
                        ? Future.succeededFuture(RepairView.tooLong(site, MOST_README_KILOBYTES))
                        : Future.failedFuture(problem));
    send(answer, request);
  }

  private static Form query(HttpServerRequest request) {
    return request.query() == null ? Form.EMPTY : Form.parse(request.query());
  }

  private Site site(HttpServerRequest request) {
    return new Site(addresses.base(request.getHeader(HttpHeaders.HOST)), assets.folder());
  }
}
