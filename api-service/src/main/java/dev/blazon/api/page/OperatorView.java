package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.operator.Desk;
import dev.blazon.api.page.Shell.About;
import dev.blazon.service.Settings;
import java.util.List;
import java.util.Locale;

/** The operator's first page: what runs here, with which settings, and how its sources are. */
final class OperatorView {

  private OperatorView() {}

  static PageAnswer of(Site site, Desk desk, ServiceStatus status) {
    return Shell.page(
            site,
            About.view("Operator · Blazon", "What runs here, and how it is.", "/operator"),
            el("h1", "Operator"),
            el(
                "p.lead",
                "Blazon "
                    + desk.version()
                    + ". This page is about the process that answered you; there may be others"
                    + " beside it."),
            el("h2", "Sources"),
            StatusView.sources(status),
            el(
                "p",
                text("Hours, caches and days of counts: "),
                link("/status", "status"),
                text(".")),
            el("h2", "Internal errors"),
            el("p", errors(status.internalErrors())),
            el("h2", "Settings"),
            settings(desk.settings().get()))
        .uncached();
  }

  private static String errors(long errors) {
    return errors == 0
        ? "None since the start."
        : String.format(
            Locale.ENGLISH, "%,d since the start; the error log has a line about each.", errors);
  }

  private static Html settings(List<Settings.Shown> settings) {
    return el(
        "div.scroll",
        attr("tabindex", "0"),
        attr("role", "region"),
        attr("aria-label", "Settings"),
        el(
            "table",
            el("tr", el("th", "Setting"), el("th", "Value"), el("th", "Meaning")),
            each(settings, OperatorView::setting)));
  }

  private static Html setting(Settings.Shown setting) {
    return el(
        "tr",
        el("td", el("code", setting.name())),
        el("td", text(setting.value()), when(!setting.isSet(), text(" (default)"))),
        el("td", setting.meaning()));
  }
}
