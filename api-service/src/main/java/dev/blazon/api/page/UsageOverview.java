package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.page.Shell.About;
import dev.blazon.api.usage.call.Counted;
import dev.blazon.api.usage.call.UsageWords;
import dev.blazon.usage.UsageRefusal;
import java.util.List;
import java.util.Optional;

/** The operator's page about usage: Python versions, systems and packages, now and over time. */
final class UsageOverview {

  static final String PATH = "/operator/usage";

  private static final int MOST_ROWS = 12;
  private static final int PIE_WIDTH = 520;
  private static final int PIE_HEIGHT = 280;

  /** The windows that are offered, and the interval of their curves. */
  enum Window {
    MONTH("30", "30 days", "day"),
    QUARTER("90", "90 days", "week"),
    YEAR("365", "A year", "week"),
    YEARS("1095", "Three years", "month");

    private final String days;
    private final String words;
    private final String interval;

    Window(String days, String words, String interval) {
      this.days = days;
      this.words = words;
      this.interval = interval;
    }

    int days() {
      return Integer.parseInt(days);
    }

    /** The window of a parameter; 90 days for anything else. */
    static Window of(String days) {
      for (Window window : values()) {
        if (window.days.equals(days)) {
          return window;
        }
      }
      return QUARTER;
    }
  }

  /** What is counted by. */
  static final List<String> FIELDS = List.of("python$minor", "uname$system", "package");

  /**
   * One of the parts of the page.
   *
   * @param counted empty: there is no answer, for the reason that {@code refusal} says
   */
  record Part(String field, Optional<Counted> counted, Optional<UsageRefusal> refusal) {}

  private final Window window;
  private final String from;
  private final boolean hosts;

  private UsageOverview(Window window, String from, boolean hosts) {
    this.window = window;
    this.from = from;
    this.hosts = hosts;
  }

  /**
   * The page.
   *
   * @param from the first day, as in {@code 2026-06-01}
   * @param hosts whether hosts are counted, else reports
   * @param canCountHosts whether that is a choice
   */
  static PageAnswer of(
      Site site,
      Window window,
      String from,
      boolean hosts,
      boolean canCountHosts,
      List<Part> parts) {
    UsageOverview view = new UsageOverview(window, from, hosts);
    return Shell.page(
            site,
            About.view("Usage · Blazon", "How Python is used, by reports of programs.", PATH),
            el("h1", "Usage"),
            el(
                "p.lead",
                text("What Python programs reported since " + from + ". "),
                link(UsageNoticeView.PATH, "What is collected"),
                text(".")),
            view.choices(canCountHosts),
            each(parts, view::part),
            view.downloads())
        .uncached();
  }

  private Html choices(boolean canCountHosts) {
    return el(
        "div.choices",
        el(
            "nav.tabs",
            attr("aria-label", "Days"),
            each(
                List.of(Window.values()),
                other -> tab(address(other, hosts), other.words, other == window))),
        when(
            canCountHosts,
            el(
                "nav.tabs",
                attr("aria-label", "What is counted"),
                tab(address(window, false), "Reports", !hosts),
                tab(address(window, true), "Hosts, each once", hosts))));
  }

  private static String address(Window window, boolean hosts) {
    return PATH
        + new Query().add("days", window.days).add("distinct", hosts ? "hosts" : "").written();
  }

  private static Html tab(String address, String name, boolean isCurrent) {
    return el(
        "a", attr("href", address), when(isCurrent, attr("aria-current", "page")), text(name));
  }

  private Html part(Part part) {
    String name = UsageWords.field(part.field());
    String id = "by-" + part.field().replace('$', '-');
    return el(
        "section",
        attr("aria-labelledby", id),
        el("h2", attr("id", id), text("By " + name)),
        when(part.refusal(), refusal -> el("div.card.notice", el("p", refusal.message() + "."))),
        when(part.counted(), counted -> numbers(part.field(), counted)));
  }

  private Html numbers(String field, Counted counted) {
    if (counted.table().rows().isEmpty()) {
      return UsageTableView.table(counted, MOST_ROWS);
    }
    String alt = UsageWords.title(counted) + ". " + UsageWords.note(counted);
    return el(
        "div.usage",
        UsageTableView.chart(
            "/v1/count.svg"
                + query(field)
                    .add("width", Integer.toString(PIE_WIDTH))
                    .add("height", Integer.toString(PIE_HEIGHT))
                    .written(),
            alt,
            PIE_WIDTH,
            PIE_HEIGHT),
        UsageTableView.chart(
            "/v1/count.svg"
                + query(field)
                    .add("interval", window.interval)
                    .add("width", Integer.toString(PIE_WIDTH))
                    .add("height", Integer.toString(PIE_HEIGHT))
                    .written(),
            alt + ". The same over time, a number a " + window.interval + ".",
            PIE_WIDTH,
            PIE_HEIGHT),
        el(
            "div",
            UsageTableView.table(counted, MOST_ROWS),
            el(
                "p",
                link("/v1/count" + query(field).add("format", "html").written(), "The whole table"),
                text(", as "),
                link("/v1/count" + query(field).add("format", "csv").written(), "CSV"),
                text(", and each "),
                link(
                    "/v1/count"
                        + query(field)
                            .add("interval", window.interval)
                            .add("format", "csv")
                            .written(),
                    window.interval + " as CSV"),
                text("."))));
  }

  private Query query(String field) {
    return new Query()
        .add("group_by", field)
        .add("from", from)
        .add("distinct", hosts ? "hosts" : "");
  }

  private Html downloads() {
    return el(
        "section",
        attr("aria-labelledby", "download"),
        el("h2", attr("id", "download"), text("The reports themselves")),
        el(
            "p",
            text("As they are kept, the oldest first: "),
            link("/v1/download/import", "JSON Lines"),
            text(" or "),
            link("/v1/download/import?format=csv", "CSV"),
            text(". Any other question is an address: see docs/usage.md, or "),
            link("/docs/api", "API"),
            text(".")));
  }
}
