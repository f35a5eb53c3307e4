package dev.blazon.api.page;

import dev.blazon.api.lookup.Answer;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.stats.Stats;
import dev.blazon.project.ProjectName;
import dev.blazon.service.OverloadedException;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Finds what the pages about projects show: facts and counts, at the same time. Thread-safe. */
final class ProjectPages {

  /** Each holds some hundred kilobytes at most until its page is made. */
  private static final int MOST_ASKED_FOR = 128;

  private static final int LONGEST_NAME = 200;

  private final Lookups lookups;
  private final NumbersOfProject numbers;
  private final ProjectView view;
  private final AtomicInteger askedFor = new AtomicInteger();

  ProjectPages(ShieldCatalog catalog, Lookups lookups, Stats stats) {
    this.lookups = lookups;
    this.numbers = new NumbersOfProject(stats);
    this.view = new ProjectView(catalog);
  }

  /** The page at {@code /}: about the project that the query names, or the one to find one. */
  Future<Supplier<PageAnswer>> find(Site site, Form query) {
    String written = query.text("project", LONGEST_NAME);
    return written.isEmpty()
        ? Future.succeededFuture(() -> FindView.of(site))
        : about(site, written, query);
  }

  /** The page about a project, as its name is written. */
  Future<Supplier<PageAnswer>> about(Site site, String written, Form query) {
    Snippet snippet = Snippet.of(query.raw("snippet")).orElse(Snippet.MARKDOWN);
    Optional<ProjectName> name = ProjectName.parse(written);
    return name.isEmpty()
        ? Future.succeededFuture(() -> ProjectView.impossible(site, written, snippet))
        : about(site, new ProjectAddress(name.get(), CurveChoice.read(query), snippet));
  }

  private Future<Supplier<PageAnswer>> about(Site site, ProjectAddress address) {
    if (askedFor.incrementAndGet() > MOST_ASKED_FOR) {
      askedFor.decrementAndGet();
      return Future.failedFuture(new OverloadedException("project pages"));
    }
    Future<Answer<Project>> facts = lookups.find(ProjectKey.of(address.name()));
    Future<ProjectNumbers> counts = numbers.find(address.name(), address.choice());
    return Future.join(facts, counts)
        .onComplete(done -> askedFor.decrementAndGet())
        .map(both -> () -> view.of(site, address, facts.result(), counts.result()));
  }
}
