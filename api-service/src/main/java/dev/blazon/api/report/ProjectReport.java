package dev.blazon.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.api.lookup.Answer;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.stats.Deadline;
import dev.blazon.count.Basis;
import dev.blazon.count.Comparison;
import dev.blazon.count.Measure;
import dev.blazon.count.Rank;
import dev.blazon.count.Series;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /api/v3/projects/{project}}: the downloads of a project in all windows, its ranks, and
 * what PyPI knows about it.
 */
final class ProjectReport implements Report {

  /** One in ten thousand of all projects is 70 of them. */
  private static final double PERCENTILE_STEPS = 10_000;

  private static final double CHANGE_STEPS = 100;

  private final Questions questions;
  private final Lookups lookups;
  private final FactsText facts;
  private final Pen pen;

  ProjectReport(Questions questions, Lookups lookups, ShieldCatalog catalog, Pen pen) {
    this.questions = questions;
    this.lookups = lookups;
    this.facts = new FactsText(catalog);
    this.pen = pen;
  }

  /** A window with its numbers. */
  private record Line(Total total, Optional<Rank> rank) {}

  /**
   * All windows.
   *
   * @param days the newest days one by one, to compare windows with those before
   */
  private record Numbers(Map<Window, Line> lines, Optional<Series> days) {}

  @Override
  public Future<Rendered> of(Call call) {
    call.query().allowOnly("mirrors");
    Measure measure = call.query().measure();
    ProjectName project = call.project();
    // Asked for at the same time as the numbers.
    Future<Answer<Project>> known = lookups.find(ProjectKey.of(project), call.deadline().left());
    return questions
        .ledger(call.deadline())
        .compose(
            ledger ->
                numbers(project, measure, call.deadline())
                    .compose(
                        numbers -> known.map(answer -> content(project, ledger, numbers, answer))))
        .compose(content -> pen.write(content, call.gzip()));
  }

  private Future<Numbers> numbers(ProjectName project, Measure measure, Deadline deadline) {
    return lines(project, measure, deadline)
        .compose(
            lines ->
                lines.containsKey(Window.DAY)
                    ? questions
                        .series(
                            project,
                            Comparison.query(
                                lines.get(Window.DAY).total().basis().days().last(), measure),
                            deadline)
                        .map(days -> new Numbers(lines, days))
                    : Future.succeededFuture(new Numbers(lines, Optional.empty())));
  }

  private Future<Map<Window, Line>> lines(ProjectName project, Measure measure, Deadline deadline) {
    Map<Window, Line> lines = new EnumMap<>(Window.class);
    List<Future<?>> asked = new ArrayList<>();
    for (Window window : Window.values()) {
      asked.add(
          questions
              .total(project, window, measure, deadline)
              .compose(
                  total ->
                      total.isEmpty()
                          ? Future.succeededFuture()
                          : questions
                              .rank(project, window, measure, deadline)
                              .onSuccess(rank -> lines.put(window, new Line(total.get(), rank)))));
    }
    return Future.all(asked).map(all -> lines);
  }

  private Content content(
      ProjectName project, DatedLedger ledger, Numbers numbers, Answer<Project> answer) {
    Map<Window, Line> lines = numbers.lines();
    if (lines.isEmpty()) {
      mustExist(project, answer);
    }
    Optional<Project> known =
        answer instanceof Answer.Known<Project> found
            ? Optional.of(found.value())
            : Optional.empty();
    Provenance about =
        lines.containsKey(Window.ALL)
            ? ledger.about(lines.get(Window.ALL).total().basis())
            : Provenance.NONE;
    return Content.json(
        about,
        lines.size(),
        json -> {
          json.writeStartObject();
          json.writeStringField("project", project.normalized());
          about.write(json);
          json.writeObjectFieldStart("windows");
          for (Window window : Window.values()) {
            json.writeFieldName(window.name().toLowerCase(Locale.ROOT));
            if (lines.containsKey(window)) {
              write(json, lines.get(window));
              compare(json, window, numbers.days(), ledger);
              json.writeEndObject();
            } else {
              writeNothing(json);
            }
          }
          json.writeEndObject();
          json.writeStringField("pypi", word(answer));
          facts.write(json, known);
          json.writeEndObject();
        });
  }

  /** A project without downloads is new, or nobody wanted it; or there is no such project. */
  private static void mustExist(ProjectName project, Answer<Project> answer) {
    if (answer instanceof Answer.Failed<Project>) {
      throw Refusal.noPypi();
    }
    if (answer instanceof Answer.Missing<Project>) {
      throw Refusal.unknownProject(project.written());
    }
  }

  private static String word(Answer<Project> answer) {
    if (answer instanceof Answer.Known<Project>) {
      return "known";
    }
    return answer instanceof Answer.Missing<Project> ? "missing" : "failed";
  }

  /** Writes the window before; never across a day on which counting changed. */
  private static void compare(
      JsonGenerator json, Window window, Optional<Series> days, DatedLedger ledger)
      throws IOException {
    if (window == Window.ALL || days.isEmpty()) {
      return;
    }
    Comparison comparison = Comparison.of(days.get(), window.days(), ledger.ledger().breaks());
    if (comparison instanceof Comparison.Change change) {
      json.writeNumberField("downloads_before", change.before());
      if (change.percent().isPresent()) {
        json.writeNumberField(
            "change_percent", Math.round(change.percent().get() * CHANGE_STEPS) / CHANGE_STEPS);
      }
    }
  }

  private static void writeNothing(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("downloads", 0);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Line line) throws IOException {
    Basis basis = line.total().basis();
    json.writeStartObject();
    json.writeNumberField("downloads", line.total().downloads());
    json.writeStringField("first_day", basis.days().first().toString());
    json.writeStringField("last_day", basis.days().last().toString());
    json.writeNumberField("missing_days", Provenance.missingDays(basis));
    json.writeBooleanField("spans_counting_break", basis.breaks());
    if (line.rank().isPresent()) {
      Rank rank = line.rank().get();
      json.writeNumberField("rank", rank.rank());
      json.writeNumberField("projects", rank.projects());
      json.writeNumberField(
          "percentile", Math.round(rank.percentile() * PERCENTILE_STEPS) / PERCENTILE_STEPS);
    }
  }
}
