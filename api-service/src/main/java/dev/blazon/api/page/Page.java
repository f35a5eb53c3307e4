package dev.blazon.api.page;

import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.project.ProjectName;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.service.http.UnreadBodyException;
import dev.blazon.service.log.InternalErrors;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The handler of the HTML pages and their assets. Thread-safe.
 *
 * <p>The paths are matched here before a request is handed to the router: the router would refuse
 * some badge URLs, such as those with an invalid percent-encoding, and badge requests must not pay
 * for routing.
 */
public final class Page {

  /** The longest body that the pages read, in bytes. */
  public static final int LONGEST_BODY = RepairForm.MOST_FORM_BYTES;

  private static final int LONGEST_NAME = 200;
  private static final int NOT_FOUND = 404;

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
  private final Router router;
  private final Set<String> read = new HashSet<>();
  private final List<String> readBelow = new ArrayList<>();
  private final Set<String> posted = new HashSet<>();
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
  private final RequestBodies bodies;
  private final RepairForm repairs;

  /**
   * The data that the pages show.
   *
   * @param logos supplies the names of all named logos, sorted; called when first needed
   * @param openApi the API's description
   * @param bodies reads the bodies of posted forms
   * @param metrics the metrics of this process
   */
  public record Sources(
      ShieldCatalog catalog,
      Lookups lookups,
      Supplier<Future<List<String>>> logos,
      JsonObject openApi,
      RequestBodies bodies,
      MeterRegistry metrics) {}

  /**
   * Creates the pages.
   *
   * @param publicUrl the public base URL of this service; empty: taken from each request's {@code
   *     Host}
   */
  public Page(Vertx vertx, Sources sources, Optional<URI> publicUrl, Clock clock) {
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
    this.bodies = sources.bodies();
    this.repairs = new RepairForm(bodies);
    this.router = Router.router(vertx);
    addRoutes();
  }

  private void addRoutes() {
    get("/", this::find);
    get("/build", this::build);
    get("/repair", request -> ready(RepairView.form(site(request))));
    post("/repair", this::repair);
    get("/status", request -> ready(StatusView.of(site(request), status)));
    get("/docs", request -> ready(docs.index(site(request))));
    get("/docs/api", request -> ready(ApiView.of(site(request), openApi)));
    getBelow("/docs/", request -> ready(doc(request)));
    router.errorHandler(
        NOT_FOUND,
        context -> send(ready(docs.missing(site(context.request()))), context.request()));
    getBelow("/assets/", request -> ready(asset(request)));
    get("/favicon.ico", request -> ready(assets.icon()));
    get("/favicon.svg", request -> ready(assets.icon()));
    get("/robots.txt", request -> ready(PageAnswer.plain(200, ROBOTS).forADay()));
    post("/api/client-errors", this::reportError);
  }

  private void get(String path, Function<HttpServerRequest, Future<PageAnswer>> view) {
    read.add(path);
    // A regular expression, since the router's plain paths ignore a slash at the end.
    reading(router.routeWithRegex(Pattern.quote(path)), view);
  }

  private void getBelow(String folder, Function<HttpServerRequest, Future<PageAnswer>> view) {
    readBelow.add(folder);
    reading(router.route(folder + "*"), view);
  }

  private void reading(Route route, Function<HttpServerRequest, Future<PageAnswer>> view) {
    route
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(context -> show(view, context.request()));
  }

  private void post(String path, Function<HttpServerRequest, Future<PageAnswer>> view) {
    posted.add(path);
    router.post(path).handler(context -> show(view, context.request()));
  }

  /** A view that throws fails like any other, so that it is logged where our mistakes are. */
  private void show(
      Function<HttpServerRequest, Future<PageAnswer>> view, HttpServerRequest request) {
    send(Future.succeededFuture(request).compose(view), request);
  }

  private static Future<PageAnswer> ready(PageAnswer answer) {
    return Future.succeededFuture(answer);
  }

  /** Updates the hourly totals of the status page; must be called about once a minute. */
  public void count() {
    status.count();
  }

  /**
   * Answers the request if its path is one of the pages'.
   *
   * @return whether it is one; if so, the request has been answered or will be
   */
  public boolean handle(HttpServerRequest request) {
    String path = request.path();
    if (path == null || !isPage(request.method(), path)) {
      return false;
    }
    router.handle(request);
    return true;
  }

  private boolean isPage(HttpMethod method, String path) {
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return read.contains(path) || readBelow.stream().anyMatch(path::startsWith);
    }
    return method.equals(HttpMethod.POST) && posted.contains(path);
  }

  private PageAnswer asset(HttpServerRequest request) {
    return assets
        .find(request.path())
        .orElseGet(() -> PageAnswer.plain(404, "There is no such file.\n"));
  }

  private PageAnswer doc(HttpServerRequest request) {
    Site site = site(request);
    return docs.at(site, request.path()).orElseGet(() -> docs.missing(site));
  }

  private Future<PageAnswer> build(HttpServerRequest request) {
    Site site = site(request);
    BadgeForm form = BadgeForm.read(query(request));
    return logos.like(form.logo()).map(names -> builder.of(site, form, names));
  }

  private Future<PageAnswer> find(HttpServerRequest request) {
    Site site = site(request);
    Form query = query(request);
    String written = query.text("project", LONGEST_NAME);
    if (written.isEmpty()) {
      return ready(FindView.of(site));
    }
    Snippet snippet = Snippet.of(query.raw("snippet")).orElse(Snippet.MARKDOWN);
    Optional<ProjectName> name = ProjectName.parse(written);
    if (name.isEmpty()) {
      return ready(ProjectView.impossible(site, written, snippet));
    }
    return lookups
        .find(ProjectKey.of(name.get()))
        .map(answer -> projects.of(site, name.get(), answer, snippet));
  }

  private Future<PageAnswer> reportError(HttpServerRequest request) {
    return bodies
        .read(
            request,
            ClientErrors.MOST_BYTES,
            body -> Future.succeededFuture(PageAnswer.plain(errors.report(body), "")))
        .recover(
            problem ->
                problem instanceof UnreadBodyException unread
                    ? ready(PageAnswer.plain(unread.status(), ""))
                    : Future.failedFuture(problem));
  }

  private Future<PageAnswer> repair(HttpServerRequest request) {
    return repairs.read(request, site(request));
  }

  /** Sends the answer, or an error page if it could not be made. */
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

  private static Form query(HttpServerRequest request) {
    return request.query() == null ? Form.EMPTY : Form.parse(request.query());
  }

  private Site site(HttpServerRequest request) {
    return new Site(addresses.base(request.getHeader(HttpHeaders.HOST)), assets.folder());
  }
}
