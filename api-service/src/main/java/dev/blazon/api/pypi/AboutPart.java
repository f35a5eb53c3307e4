package dev.blazon.api.pypi;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.api.pypi.About.Link;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a project says about itself from the fields of {@code info}. */
final class AboutPart implements JsonPart {

  /** PyPI allows 512 characters. */
  private static final int MAX_SUMMARY = 512;

  /** Longer than the names of a handful of authors. */
  private static final int MAX_NAMES = 200;

  /** PyPI allows 32 characters. */
  private static final int MAX_LABEL = 32;

  /** Names are cut to fewer characters when their mail addresses are gone. */
  private static final int MAX_NAMES_AND_MAILS = 2_000;

  /** A mail address, with the brackets and the comma around it. */
  private static final Pattern MAIL = Pattern.compile("<?[^\\s<>,\"]*@[^\\s<>,\"]*>?");

  private static final Pattern GAP = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");
  private static final Pattern COMMAS = Pattern.compile("(\\s*,\\s*)+");

  private Optional<String> summary = Optional.empty();
  private Optional<String> author = Optional.empty();
  private Optional<String> authorMail = Optional.empty();
  private Optional<String> maintainer = Optional.empty();
  private Optional<String> maintainerMail = Optional.empty();
  private Optional<Link> home = Optional.empty();
  private final List<Link> links = new ArrayList<>();

  /** Reads a field of {@code info}; ignores those that are not about this. */
  @Override
  public void value(String field, JsonParser parser) throws IOException {
    switch (field) {
      case "summary" -> summary = line(parser, MAX_SUMMARY);
      case "author" -> author = names(parser);
      case "author_email" -> authorMail = names(parser);
      case "maintainer" -> maintainer = names(parser);
      case "maintainer_email" -> maintainerMail = names(parser);
      case "home_page" -> home = link("Homepage", parser);
      default -> {}
    }
  }

  /** The part that reads {@code project_urls}, an object of names and addresses. */
  JsonPart links() {
    return new JsonPart() {
      @Override
      public void value(String name, JsonParser parser) throws IOException {
        if (links.size() < About.MAX_LINKS) {
          link(cut(plain(name), MAX_LABEL), parser).ifPresent(links::add);
        }
      }
    };
  }

  About about() {
    Optional<String> by = author.or(() -> authorMail);
    return new About(
        summary,
        by,
        maintainer.or(() -> maintainerMail).filter(other -> !by.equals(Optional.of(other))),
        allLinks());
  }

  /** The home page is usually among the others, under any name. */
  private List<Link> allLinks() {
    List<Link> all = new ArrayList<>(links);
    home.filter(page -> links.stream().noneMatch(link -> bare(link).equalsIgnoreCase(bare(page))))
        .ifPresent(page -> all.add(0, page));
    return all.subList(0, Math.min(all.size(), About.MAX_LINKS));
  }

  private static String bare(Link link) {
    String address = link.address();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  private static Optional<Link> link(String name, JsonParser parser) throws IOException {
    return JsonPart.text(parser)
        .map(String::strip)
        .filter(Link::isWeb)
        .map(address -> new Link(name.isEmpty() ? "Link" : name, address));
  }

  /** Names without the mail addresses that PyPI has beside them. */
  private static Optional<String> names(JsonParser parser) throws IOException {
    return JsonPart.text(parser, MAX_NAMES_AND_MAILS)
        .map(text -> MAIL.matcher(plain(text)).replaceAll(" "))
        .map(text -> COMMAS.matcher(text).replaceAll(", ").replace("\"", ""))
        .map(text -> plain(text).replaceAll("^, |,$", "").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> cut(text, MAX_NAMES));
  }

  private static Optional<String> line(JsonParser parser, int longest) throws IOException {
    return JsonPart.text(parser)
        .map(AboutPart::plain)
        // What old tools wrote for a field without a value.
        .filter(text -> !text.isEmpty() && !text.equals("UNKNOWN"))
        .map(text -> cut(text, longest));
  }

  /** A text of one line without characters that change how others are read. */
  private static String plain(String text) {
    return GAP.matcher(text).replaceAll(" ").strip();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
