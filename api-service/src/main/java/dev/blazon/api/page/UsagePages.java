package dev.blazon.api.page;

import dev.blazon.api.stats.Deadline;
import dev.blazon.api.usage.call.Counted;
import dev.blazon.usage.FieldPath;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusedException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Finds what the pages about usage show. Thread-safe. */
final class UsagePages {

  private final Page.UsageSources sources;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param patience how long a page waits for counts
   */
  UsagePages(Page.UsageSources sources, Duration patience, Clock clock) {
    this.sources = sources;
    this.patience = patience;
    this.clock = clock;
  }

  boolean areShown() {
    return sources.usage().isOn();
  }

  PageAnswer notice(Site site) {
    return UsageNoticeView.of(site, sources.notice());
  }

  /** The operator's page; for anybody else, the way to the login. */
  Future<Supplier<PageAnswer>> overview(HttpServerRequest request, Site site, Form query) {
    return sources
        .operator()
        .isAsking(request)
        .compose(is -> is ? overview(site, query) : Future.succeededFuture(() -> refused()));
  }

  private static PageAnswer refused() {
    return PageAnswer.plain(401, "This page is for the operator of this service.\n");
  }

  private Future<Supplier<PageAnswer>> overview(Site site, Form query) {
    UsageOverview.Window window = UsageOverview.Window.of(query.raw("days"));
    boolean canCountHosts = sources.notice().countsHosts();
    boolean hosts = canCountHosts && query.raw("distinct").equals("hosts");
    LocalDate from =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(window.days() - 1L);
    Deadline deadline = Deadline.in(patience);
    List<Future<UsageOverview.Part>> parts =
        UsageOverview.FIELDS.stream().map(field -> part(field, from, hosts, deadline)).toList();
    return Future.all(parts)
        .map(
            all ->
                () ->
                    UsageOverview.of(
                        site, window, from.toString(), hosts, canCountHosts, all.list()));
  }

  private Future<UsageOverview.Part> part(
      String field, LocalDate from, boolean hosts, Deadline deadline) {
    UsageQuestion question =
        new UsageQuestion(
            List.of(FieldPath.parse(field).orElseThrow()),
            OptionalInt.empty(),
            Optional.of(from.atStartOfDay(ZoneOffset.UTC).toInstant()),
            Optional.empty(),
            Optional.empty(),
            hosts);
    return sources
        .usage()
        .count(question, deadline.left())
        .map(
            table ->
                new UsageOverview.Part(
                    field, Optional.of(new Counted(question, table)), Optional.empty()))
        .recover(
            problem ->
                problem instanceof UsageRefusedException refused
                    ? Future.succeededFuture(
                        new UsageOverview.Part(
                            field, Optional.empty(), Optional.of(refused.refusal())))
                    : Future.failedFuture(problem));
  }
}
