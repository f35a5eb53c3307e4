package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.dialect.Indexes;
import dev.blazon.api.dialect.Subject;
import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.page.ReadmeRepair.Fix;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.corpus.Corpus;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every repaired URL means the same here as in the old host's dialect. */
class RealReadmesTest {

  private static final String BASE = "https://blazon.test";

  private static final Pattern OF_A_PROJECT =
      Pattern.compile(
          "https?://((www\\.)?pypip\\.in/|img\\.shields\\.io/pypi/|badge\\.fury\\.io/py/"
              + "|(static\\.)?pepy\\.tech/(badge|personalized-badge)/|badgen\\.net/pypi/).+");

  private final Dialects dialects =
      new Dialects(new ShieldCatalog(), new Indexes(URI.create("https://pypi.org"), Map.of()));

  @Test
  void repaired_badges_of_all_five_services_mean_what_they_meant() {
    ReadmeRepair repair =
        ReadmeRepair.of(
            """
            https://pypip.in/v/Some.Project/badge.png
            https://pypip.in/download/x/badge.svg?period=week&style=flat
            https://img.shields.io/pypi/pyversions/x.svg?style=flat-square
            https://img.shields.io/pypi/l/x/1.0
            https://badge.fury.io/py/x.png
            https://pepy.tech/badge/x/month
            https://static.pepy.tech/personalized-badge/x?period=total&units=none
            https://badgen.net/pypi/v/x
            """,
            BASE);
    assertEquals(8, repair.badges().size());
    repair.badges().forEach(this::assertMeansTheSame);
  }

  @Test
  void real_addresses_mean_what_they_meant() {
    List<String> urls = new ArrayList<>(Corpus.firstColumn("pypipin-urls.tsv"));
    urls.addAll(Corpus.firstColumn("badge-urls.tsv"));
    Map<String, Integer> byHost = new TreeMap<>();
    for (Fix fix : ReadmeRepair.of(String.join("\n", urls), BASE).badges()) {
      assertMeansTheSame(fix);
      byHost.merge(fix.host(), 1, Integer::sum);
    }
    assertTrue(byHost.getOrDefault("pypip.in", 0) > 150, byHost.toString());
    assertTrue(byHost.getOrDefault("img.shields.io", 0) > 3000, byHost.toString());
    assertTrue(byHost.getOrDefault("badge.fury.io", 0) > 100, byHost.toString());
    assertTrue(byHost.getOrDefault("static.pepy.tech", 0) > 200, byHost.toString());
  }

  @Test
  void no_badge_about_a_project_is_left_behind() {
    List<String> left = new ArrayList<>();
    for (String file : List.of("pypipin-urls.tsv", "badge-urls.tsv")) {
      for (String url : Corpus.firstColumn(file)) {
        boolean isRepaired = !ReadmeRepair.of(url, BASE).fixes().isEmpty();
        boolean hasName = !url.endsWith("/") && !url.contains("{");
        if (!isRepaired && hasName && OF_A_PROJECT.matcher(url).matches()) {
          left.add(url);
        }
      }
    }
    assertEquals(List.of(), left);
  }

  @Test
  void every_documented_address_is_understood() {
    for (Shield<?> shield : new ShieldCatalog().all()) {
      String id = shield.description().id();
      for (String path : List.of("/" + id + "/x/badge.svg", "/pypi/" + id + "/x")) {
        assertEquals(Optional.of(id), read(BASE + path).map(RealReadmesTest::shieldId), path);
      }
    }
    for (DialectGuide guide : DialectGuide.ALL) {
      for (DialectGuide.Route route : guide.routes()) {
        assertTrue(read(BASE + route.now()).isPresent(), route::now);
      }
    }
  }

  private static String shieldId(BadgeRequest request) {
    return ((Subject.Facts<?>) request.subject()).shield().description().id();
  }

  private void assertMeansTheSame(Fix fix) {
    Optional<BadgeRequest> now = read(fix.newUrl().replace("&amp;", "&"));
    assertTrue(now.isPresent(), fix::toString);
    Optional<BadgeRequest> then = read(fix.oldUrl().replace("&amp;", "&"));
    if (then.isPresent()
        && then.get().subject() instanceof Subject.Facts<?> facts
        && facts.key() instanceof ProjectKey) {
      assertEquals(then.get().subject(), now.get().subject(), fix::toString);
      assertEquals(then.get().wording(), now.get().wording(), fix::toString);
      assertEquals(then.get().overrides(), now.get().overrides(), fix::toString);
    }
  }

  private Optional<BadgeRequest> read(String url) {
    FoundUrl found = UrlScanner.scan(url).get(0);
    String rest = found.rest();
    int mark = rest.indexOf('?');
    return mark < 0
        ? dialects.read(found.host(), rest, "")
        : dialects.read(found.host(), rest.substring(0, mark), rest.substring(mark + 1));
  }
}
