package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.page.ServiceStatus.Hour;
import dev.blazon.api.page.ServiceStatus.Ratio;
import dev.blazon.api.page.ServiceStatus.UpstreamState;
import dev.blazon.api.page.Shell.About;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.Ledger;
import dev.blazon.upstream.SourceState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The page about the state of this service. */
final class StatusView {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private StatusView() {}

  static PageAnswer of(Site site, ServiceStatus status, CountAnswer<Ledger> ledger) {
    List<UpstreamState> upstreams = status.upstreams();
    boolean isWell = upstreams.stream().allMatch(UpstreamState::isWell);
    return Shell.page(
            site,
            About.view(
                "Status · Blazon",
                "Upstreams, days of download counts, caches, and the last 24 hours.",
                "/status"),
            el("h1", isWell ? "All is well" : "Some sources are out of reach"),
            el(
                "p.lead",
                text(
                    isWell
                        ? "Badges are painted, and every source of facts is in use."
                        : "Badges are painted; known projects are answered from the cache.")),
            el("h2", "Sources"),
            sources(status),
            CountsStatus.of(ledger),
            el("h2", "Answers at hand"),
            table(
                "Caches",
                List.of("Cache", "Hits", "Misses", "Ratio"),
                status.ratios(),
                StatusView::ratio),
            el("h2", "The last 24 hours"),
            table(
                "Hours",
                List.of("Hour (UTC)", "Badges answered", "Requests to sources", "of them failed"),
                status.hours(),
                StatusView::hour),
            el(
                "p",
                "These numbers are of one process: the one that answered you, counting since "
                    + MINUTE.format(status.since())
                    + ". There may be others beside it, and what a cache before it answers is not"
                    + " counted here."))
        .uncached();
  }

  /** A badge for each source of facts. */
  static Html sources(ServiceStatus status) {
    return el("ul.says", each(status.upstreams(), StatusView::upstream));
  }

  private static Html upstream(UpstreamState upstream) {
    String since = upstream.isWell() ? "" : " since " + MINUTE.format(upstream.since());
    return el(
        "li",
        StaticBadge.of(upstream.name(), upstream.state().words() + since, color(upstream.state()))
            .picture(""));
  }

  /** Only a source that answered is green. */
  private static String color(SourceState state) {
    return switch (state) {
      case OK -> "brightgreen";
      case FAILING -> "orange";
      case REFUSED -> "red";
      case NOT_ASKED, NOT_CONFIGURED -> "lightgrey";
    };
  }

  /** The same for programs. */
  static PageAnswer json(ServiceStatus status, String version) {
    JsonArray sources = new JsonArray();
    for (UpstreamState upstream : status.upstreams()) {
      JsonObject source =
          new JsonObject()
              .put("name", upstream.name())
              .put("state", upstream.state().words())
              .put("paused", !upstream.isInUse());
      if (upstream.state() != SourceState.NOT_CONFIGURED) {
        source.put("since", upstream.since().toString());
      }
      sources.add(source);
    }
    return PageAnswer.json(
            new JsonObject()
                .put("version", version)
                .put("started", status.since().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("sources", sources)
                .put("internalErrors", status.internalErrors()))
        .uncached();
  }

  private static <T> Html table(
      String name, List<String> heads, List<T> rows, Function<T, Html> row) {
    return el(
        "div.scroll",
        attr("tabindex", "0"),
        attr("role", "region"),
        attr("aria-label", name),
        el("table.numbers", el("tr", each(heads, head -> el("th", head))), each(rows, row)));
  }

  private static Html ratio(Ratio ratio) {
    return el(
        "tr",
        el("td", ratio.cache()),
        el("td", number(ratio.hits())),
        el("td", number(ratio.misses())),
        el("td", ratio.hits() + ratio.misses() == 0 ? "–" : ratio.percent() + " %"));
  }

  private static Html hour(Hour hour) {
    return el(
        "tr",
        el("td", HOUR.format(hour.start())),
        el("td", number(hour.totals().answers())),
        el("td", number(hour.totals().requests())),
        el("td", number(hour.totals().failed())));
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
