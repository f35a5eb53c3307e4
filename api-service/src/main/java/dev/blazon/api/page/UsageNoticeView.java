package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.page.Shell.About;
import dev.blazon.api.stats.CountWords;
import dev.blazon.api.usage.UsageNotice;
import java.util.List;

/** The page that says what usage reports contain, what is kept of them, and how to say no. */
final class UsageNoticeView {

  static final String PATH = "/usage";

  /** A part of a report, an example of it, and what becomes of it. */
  private record Row(String fields, String example, String kept) {}

  private final UsageNotice notice;

  private UsageNoticeView(UsageNotice notice) {
    this.notice = notice;
  }

  static PageAnswer of(Site site, UsageNotice notice) {
    UsageNoticeView view = new UsageNoticeView(notice);
    return Shell.page(
        site,
        About.view(
            "Usage reports · Blazon",
            "What Python programs report to this service, what is kept, and how to say no.",
            PATH),
        el("h1", "Usage reports"),
        el(
            "p.lead",
            text(
                "A Python program can tell this service that it is used: by which Python, on which"
                    + " system. This page says what such a report contains, what is kept of it, and"
                    + " how to say no.")),
        view.contents(),
        view.neverKept(),
        view.time(),
        view.readers(),
        refusing(),
        programmers(site));
  }

  private List<Row> rows() {
    String names =
        notice.countsHosts()
            ? "as a keyed hash, which says whether two of them are the same, and not what they are"
            : "no: dropped on arrival";
    return List.of(
        new Row("package, version", "example-tool 1.4", "yes"),
        new Row("implementation, python", "CPython 3.12.1, OpenSSL 3.0.13", "yes"),
        new Row("uname, linux_dist", "Linux 6.1, x86_64, Debian 12", "yes"),
        new Row("time", "2026-06-01 12:00:00", "yes"),
        new Row(
            "uuid, sequence",
            "random, new for each process",
            "not as it is; it tells a report that is sent twice"),
        new Row(
            "hostname, hostfqdn, username, uname$node, python$argv, python$bin",
            "only if the program sends identities",
            names));
  }

  private Html contents() {
    return all(
        el("h2", "What a report contains"),
        el(
            "div.scroll",
            attr("tabindex", "0"),
            attr("role", "region"),
            attr("aria-label", "What a report contains"),
            el(
                "table",
                el(
                    "thead",
                    el(
                        "tr",
                        el("th", attr("scope", "col"), text("Fields")),
                        el("th", attr("scope", "col"), text("For example")),
                        el("th", attr("scope", "col"), text("Kept?")))),
                el(
                    "tbody",
                    each(
                        rows(),
                        row ->
                            el(
                                "tr",
                                el("td", el("code", row.fields())),
                                el("td", row.example()),
                                el("td", row.kept())))))),
        el(
            "p",
            "A program may add fields of its own. Ask whoever made it what they say; the service"
                + " keeps small ones as they are."));
  }

  private Html neverKept() {
    return all(
        el("h2", "What is never kept"),
        el(
            "ul",
            el("li", "The network address that a report comes from, and the request’s headers."),
            el("li", "Names of hosts and users, command lines and paths as they are.")));
  }

  private Html time() {
    return all(
        el("h2", "For how long"),
        el(
            "p",
            "A report is kept for "
                + CountWords.counted(notice.days(), "day")
                + ", then deleted. What stays are sums of each hour, such as how many reports came"
                + " from Python 3.12 on Linux."));
  }

  private Html readers() {
    return all(
        el("h2", "Who reads it"),
        el(
            "p",
            notice.isPublic()
                ? "Everyone may read the counts, at /v1/count. The reports themselves are read by"
                    + " the operator of this service alone."
                : "The operator of this service, and programs to which the operator gave a token."));
  }

  private static Html refusing() {
    return all(
        el("h2", "How to say no"),
        el(
            "p",
            text("Set "),
            el("code", "DO_NOT_TRACK=1"),
            text(" in the environment of the program: our client then sends nothing. "),
            el("code", "BLAZON_USAGE=off"),
            text(" does the same for this service alone.")),
        el(
            "p",
            text("A request with the header "),
            el("code", "DNT: 1"),
            text(" or "),
            el("code", "Sec-GPC: 1"),
            text(" is answered that nothing was kept, and nothing of it is read.")));
  }

  private static Html programmers(Site site) {
    return all(
        el("h2", "For those who make programs"),
        el(
            "p",
            text("Tell your users that your program reports, and link to this page. One file of "),
            text("Python, "),
            el("code", "blazon_usage.py"),
            text(", sends a report without delaying the program:")),
        SnippetBox.html(
            "snippet-usage",
            "Python",
            "import blazon_usage\nblazon_usage.report(\""
                + site.base()
                + "\", package=\"example-tool\", version=\"1.4\")"),
        el("p", text("Every address is described at "), link("/docs/api", "API"), text(".")));
  }
}
