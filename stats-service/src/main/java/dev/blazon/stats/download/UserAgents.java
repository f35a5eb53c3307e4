package dev.blazon.stats.download;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.blazon.count.Dimension;
import dev.blazon.stats.source.Details;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from a user agent which client downloaded, by the rules of PyPI's own pipeline (linehaul).
 * What a client does not say stays empty. Real agents and what they mean are in {@code
 * corpus/statistics/linehaul-ua}.
 */
final class UserAgents {

  private static final JsonFactory JSON = new JsonFactory();

  /** Nobody. Such requests are no downloads. */
  private static final Pattern IGNORED =
      Pattern.compile(
          "^(?:Datadog Agent/|\\(null\\)$|WordPress/|Chef (?:Client|Knife)/|Ruby$"
              + "|Slackbot-LinkExpanding|TextualInlineMedia/|WeeChat/|Download Master$|Java/"
              + "|Go \\d\\.\\d package http$|Go-http-client/|GNU Guile$|github-olee$|YisouSpider$"
              + "|Apache Ant/|Salt/|ansible-httpget$|ltx71 - |Scrapy/|spectool/"
              + "|AWSBrewLinkChecker/|Y!J-ASR/|NSIS_Inetc \\(Mozilla\\)$|Debian uscan"
              + "|Pingdom\\.com_bot_version_|MauiBot |inspector\\.pypi\\.io$)|Nutch");

  /** Clients that describe themselves in JSON; others of that name are older. */
  private static final Pattern WITH_JSON =
      Pattern.compile("^(?:pip|uv|Hatch)/\\S+ (\\{.*\\})(?: \\S+)?$");

  /** A form of user agents. Groups may be named python and system. */
  private record Form(String installer, Pattern pattern) {
    static Form of(String installer, String pattern) {
      return new Form(installer, Pattern.compile(pattern));
    }
  }

  private static final String SYSTEM = "(?<system>\\S+)/\\S*";
  private static final List<Form> FORMS =
      List.of(
          Form.of("pip", "^pip/[1-5]\\S* (?i:cpython)/(?<python>\\S+) " + SYSTEM + "$"),
          Form.of("pip", "^pip/[1-5]\\S* \\S+/\\S+ " + SYSTEM + "$"),
          Form.of("distribute", "^Python-urllib/(?<python>\\d\\.\\d) distribute/\\S+$"),
          Form.of("setuptools", "^Python-urllib/(?<python>\\d\\.\\d) setuptools/\\S+$"),
          Form.of("setuptools", "^setuptools/\\S+ Python-urllib/(?<python>\\d\\.\\d)$"),
          Form.of("", "^Python-urllib/(?<python>\\d\\.\\d)$"),
          Form.of("poetry", "^poetry/\\S+ \\S+/\\S+ " + SYSTEM + "$"),
          Form.of("pdm", "^pdm/\\S+ \\S+/\\S+$"),
          Form.of("twine", "^twine/\\S+ (?:.+ )?\\S+/\\S+$"),
          Form.of("pex", "^pex/\\S+$"),
          Form.of("conda", "^conda/\\S+(?: .+)?$"),
          Form.of("Bazel", "^Bazel/.+$"),
          Form.of("bandersnatch", "^bandersnatch/\\S+ \\(.+\\)$"),
          Form.of("devpi", "^devpi-server/\\S+ \\(.+\\)$"),
          Form.of("z3c.pypimirror", "^z3c\\.pypimirror/\\S+$"),
          Form.of("Artifactory", "^Artifactory/\\S+$"),
          Form.of("Nexus", "^Nexus/\\S+.*$"),
          Form.of("pep381client", "^pep381client(?:-proxy)?/\\S+$"),
          Form.of("maturin", "^maturin/\\S+$"),
          Form.of("requests", "^python-requests/\\S+(?: .+)?$"),
          Form.of("Homebrew", "^Homebrew/\\S+ \\(Macintosh; Intel (?:Mac OS X|macOS) [^)]+\\).*$"),
          Form.of(
              "OS",
              "^(?:(?:fetch )?libfetch/\\S+$|OpenBSD ftp$|MacPorts|NetBSD-ftp/|slapt-get"
                  + "|pypi-install/|slackrepo$|PTXdist|GARstow/|xbps/).*$"),
          Form.of(
              "Browser",
              "^(?i:(?:Mozilla|Safari|wget|curl|Opera|aria2|AndroidDownloadManager"
                  + "|com\\.apple\\.WebKit\\.Networking/|FDM \\S+|URL/Emacs|Firefox/|UCWEB|Links"
                  + "|okhttp|Apache-HttpClient)(?:/.*)?)$"));

  /** The details of a client; none are known of an unknown one. Empty if the request is ignored. */
  static Optional<Details> read(String agent) {
    Matcher json = WITH_JSON.matcher(agent);
    if (json.matches()) {
      Optional<Details> details = fromJson(json.group(1));
      if (details.isPresent()) {
        return details;
      }
    }
    for (Form form : FORMS) {
      Matcher matcher = form.pattern.matcher(agent);
      if (matcher.matches()) {
        return Optional.of(
            details(
                group(matcher, form, "python"),
                group(matcher, form, "system"),
                form.installer,
                ""));
      }
    }
    return IGNORED.matcher(agent).find() ? Optional.empty() : Optional.of(details("", "", "", ""));
  }

  private static String group(Matcher matcher, Form form, String name) {
    return form.pattern.pattern().contains("(?<" + name + ">") ? matcher.group(name) : "";
  }

  private static Details details(String python, String system, String installer, String ci) {
    return Details.NONE
        .with(Dimension.PYTHON, python)
        .with(Dimension.SYSTEM, system)
        .with(Dimension.INSTALLER, installer)
        .with(Dimension.CI, ci);
  }

  private static Optional<Details> fromJson(String text) {
    String python = "";
    String system = "";
    String installer = "";
    String ci = "";
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (field) {
          case "python" -> python = value.isScalarValue() ? scalar(parser) : "";
          case "ci" -> ci = value.isBoolean() ? parser.getText() : "";
          case "system" -> system = name(parser);
          case "installer" -> installer = name(parser);
          default -> parser.skipChildren();
        }
      }
      return Optional.of(details(python, system, installer, ci));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String scalar(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
  }

  /** The field {@code name} of the object that the parser stands at. */
  private static String name(JsonParser parser) throws IOException {
    String name = "";
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return name;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals("name");
      JsonToken value = parser.nextToken();
      if (wanted && value.isScalarValue()) {
        name = scalar(parser);
      } else {
        parser.skipChildren();
      }
    }
    return name;
  }

  private UserAgents() {}
}
