package dev.blazon.api.page;

import dev.blazon.api.compare.Comparisons;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.operator.Desk;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.stats.Stats;
import dev.blazon.api.usage.Usage;
import dev.blazon.api.usage.UsageNotice;
import dev.blazon.api.usage.call.CountPage;
import dev.blazon.api.usage.call.Counted;
import dev.blazon.api.usage.call.Operator;
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.RequestId;
import dev.blazon.service.Version;
import dev.blazon.service.http.AcceptEncoding;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.service.http.UnreadBodyException;
import dev.blazon.service.log.InternalErrors;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The handler of the HTML pages and their assets. Thread-safe. */
public final class Page {

  /** The longest body that the pages read, in bytes. */
  public static final int LONGEST_BODY = RepairForm.MOST_FORM_BYTES;

  /** A page takes some milliseconds, so the last in the queue waits about a second. */
  private static final int MOST_PAGES_WAITING = 64;

  /** The longest README takes about a tenth of a second; usual ones, a millisecond. */
  private static final int MOST_REPAIRS_WAITING = 8;

  /**
   * This fraction of a reader's time (1/2) is how long a page waits for counts: they are read in
   * milliseconds, and it says which of them did not answer.
   */
  private static final int COUNTS_SHARE = 2;

  private static final String RETRY_SECONDS = "2";

  private static final String ROBOTS =
      """
      # The pages are for everyone; the badges of half a million projects need no index.
      User-agent: *
      Allow: /$
      Allow: /?project=
      Allow: /project/
      Allow: /docs
      Allow: /build$
      Allow: /repair$
      Allow: /compare
      Allow: /top
      Allow: /rising
      Allow: /assets/
      # What is shown where a page is linked to.
      Allow: /badge/Blazon-
      Allow: /*/badge.png
      Disallow: /
      """;

  private final MeterRegistry metrics;
  private final PageRoutes routes;
  private final JsonObject openApi;
  private final Addresses addresses;
  private final Assets assets = new Assets();
  private final ProjectPages projects;
  private final CountPages counts;
  private final BuildView builder;
  private final LogoSearch logos;
  private final DocsView docs;
  private final ServiceStatus status;
  private final ClientErrors errors;
  private final UsagePages usage;
  private final RequestBodies bodies;
  private final RepairForm repairs;
  private final Optional<Desk> operator;
  private final BoundedWorkers makers;
  private final BoundedWorkers repairers;

  /**
   * The data that the pages show.
   *
   * @param stats the numbers of projects
   * @param logos supplies the names of all named logos, sorted; called when first needed
   * @param openApi the API's description
   * @param bodies reads the bodies of posted forms
   * @param patience how long a reader waits for a page
   * @param usage reports of Python programs
   * @param operator what the operator's pages need; empty: there are none
   * @param proxies whose word is taken for the address by which readers reached this service
   * @param metrics the metrics of this process
   */
  public record Sources(
      ShieldCatalog catalog,
      Lookups lookups,
      Stats stats,
      Comparisons comparisons,
      Supplier<Future<List<String>>> logos,
      JsonObject openApi,
      RequestBodies bodies,
      Duration patience,
      UsageSources usage,
      Optional<Desk> operator,
      TrustedProxies proxies,
      MeterRegistry metrics) {}

  /** What the pages about usage show, and who is shown all of it. */
  public record UsageSources(Usage usage, UsageNotice notice, Operator operator) {}

  /**
   * Creates the pages.
   *
   * @param publicUrl the public base URL of this service; empty: taken from each request's {@code
   *     Host}
   */
  public Page(Vertx vertx, Sources sources, Optional<URI> publicUrl, Clock clock) {
    this.metrics = sources.metrics();
    this.openApi = sources.openApi();
    this.addresses = new Addresses(publicUrl, sources.proxies());
    this.projects = new ProjectPages(sources.catalog(), sources.lookups(), sources.stats());
    this.counts =
        new CountPages(
            sources.stats(), sources.comparisons(), sources.patience().dividedBy(COUNTS_SHARE));
    this.builder = new BuildView(sources.catalog());
    this.logos = new LogoSearch(sources.logos());
    this.docs = new DocsView(sources.catalog(), new Examples(clock));
    this.status = new ServiceStatus(sources.metrics(), clock);
    this.errors = new ClientErrors(clock);
    this.usage = new UsagePages(sources.usage(), sources.patience().dividedBy(COUNTS_SHARE), clock);
    this.operator = sources.operator();
    this.bodies = sources.bodies();
    this.makers = new BoundedWorkers(vertx, "pages", 1, MOST_PAGES_WAITING, metrics);
    this.repairers = new BoundedWorkers(vertx, "repairs", 1, MOST_REPAIRS_WAITING, metrics);
    this.repairs = new RepairForm(bodies, repairers);
    this.routes = new PageRoutes(vertx);
    addRoutes();
  }

  private void addRoutes() {
    get("/", request -> projects.find(site(request), query(request)));
    getBelow(
        "/project/",
        request ->
            projects.about(site(request), MovedProjects.name(request.path()), query(request)));
    MovedProjects.addTo(routes);
    get("/build", this::build);
    get("/repair", request -> ready(() -> RepairView.form(site(request))));
    post("/repair", this::repair);
    get("/compare", request -> counts.compare(site(request), query(request)));
    get("/top", request -> counts.top(site(request), query(request)));
    get("/rising", request -> counts.rising(site(request), query(request)));
    get("/status", request -> counts.status(site(request), status));
    get("/status.json", request -> ready(() -> StatusView.json(status, Version.CURRENT)));
    get("/docs", request -> ready(() -> docs.index(site(request))));
    get("/docs/api", request -> ready(() -> ApiView.of(site(request), openApi)));
    getBelow("/docs/", request -> ready(() -> doc(request)));
    if (usage.areShown()) {
      get(UsageNoticeView.PATH, request -> ready(() -> usage.notice(site(request))));
      View overview = request -> usage.overview(request, site(request), query(request));
      operator.ifPresentOrElse(
          desk -> getForOperator(UsageOverview.PATH, desk, overview),
          () -> get(UsageOverview.PATH, overview));
    }
    routes.otherwise(request -> show(this::missing, request));
    getBelow("/assets/", request -> ready(() -> asset(request)));
    get("/favicon.ico", request -> ready(assets::icon));
    get("/favicon.svg", request -> ready(assets::icon));
    get("/robots.txt", request -> ready(() -> PageAnswer.plain(200, ROBOTS).forADay()));
    post("/api/client-errors", this::reportError);
    operator.ifPresent(this::addOperatorRoutes);
  }

  /** The last covers all others below it, so that nobody can try which pages there are. */
  private void addOperatorRoutes(Desk desk) {
    getForOperator(
        "/operator", desk, request -> ready(() -> OperatorView.of(site(request), desk, status)));
    routes.getBelow(
        "/operator/", request -> desk.login().admit(request, known -> show(this::missing, known)));
  }

  private void getForOperator(String path, Desk desk, View view) {
    routes.get(path, request -> desk.login().admit(request, known -> show(view, known)));
  }

  /** Finds what a page shows, on the event loop; making the page is work for a worker. */
  private interface View extends Function<HttpServerRequest, Future<Supplier<PageAnswer>>> {}

  private void get(String path, View view) {
    routes.get(path, request -> show(view, request));
  }

  private void getBelow(String folder, View view) {
    routes.getBelow(folder, request -> show(view, request));
  }

  private void post(String path, View view) {
    routes.post(path, request -> show(view, request));
  }

  /** A view that throws fails like any other, so that it is logged where our mistakes are. */
  private void show(View view, HttpServerRequest request) {
    boolean gzip = AcceptEncoding.takesGzip(request);
    Future.succeededFuture(request)
        .compose(view)
        .compose(page -> makers.run(() -> page.get().prepared(gzip)))
        .otherwise(problem -> failed(problem, request).prepared(gzip))
        .onSuccess(answer -> send(answer, request));
  }

  private static Future<Supplier<PageAnswer>> ready(Supplier<PageAnswer> page) {
    return Future.succeededFuture(page);
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
    return routes.handle(request);
  }

  /** The page with a question's counts about usage. */
  public CountPage.Written usageTable(Counted counted, String query, String host) {
    return UsageTableView.page(new Site(addresses.base(host), assets.folder()), counted, query);
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

  private Future<Supplier<PageAnswer>> missing(HttpServerRequest request) {
    return ready(() -> docs.missing(site(request)));
  }

  private Future<Supplier<PageAnswer>> build(HttpServerRequest request) {
    Site site = site(request);
    BadgeForm form = BadgeForm.read(query(request));
    return logos.like(form.logo()).map(names -> () -> builder.of(site, form, names));
  }

  private Future<Supplier<PageAnswer>> reportError(HttpServerRequest request) {
    return bodies
        .read(request, ClientErrors.MOST_BYTES, body -> Future.succeededFuture(errors.report(body)))
        .map(status -> () -> PageAnswer.plain(status, ""));
  }

  private Future<Supplier<PageAnswer>> repair(HttpServerRequest request) {
    return repairs.read(request, site(request)).map(answer -> () -> answer);
  }

  /** The answer when a page could not be made. It is sent at once, as a broken body needs it. */
  private static PageAnswer failed(Throwable problem, HttpServerRequest request) {
    if (problem instanceof UnreadBodyException unread) {
      return PageAnswer.plain(unread.status(), unread.getMessage() + "\n");
    }
    if (problem instanceof OverloadedException) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      return PageAnswer.plain(503, "Too many pages are asked for. Please try again.\n");
    }
    RequestId id = new RequestId(request.response().headers().get(RequestId.HEADER));
    InternalErrors.log(id, problem, "no page for {}", request.path());
    return PageAnswer.plain(500, "This page could not be made. Please try again.\n");
  }

  private void send(PageAnswer.Prepared answer, HttpServerRequest request) {
    pages(answer.answer().status()).increment();
    answer.send(request);
  }

  private Counter pages(int status) {
    return metrics.counter("blazon.pages", "status", Integer.toString(status));
  }

  /** Ends the workers. */
  public Future<Void> close() {
    Future<Void> login =
        operator.map(desk -> desk.login().close()).orElse(Future.succeededFuture());
    return Future.join(makers.close(), repairers.close(), login).mapEmpty();
  }

  private static Form query(HttpServerRequest request) {
    return request.query() == null ? Form.EMPTY : Form.parse(request.query());
  }

  private Site site(HttpServerRequest request) {
    return new Site(addresses.base(request), assets.folder());
  }
}
