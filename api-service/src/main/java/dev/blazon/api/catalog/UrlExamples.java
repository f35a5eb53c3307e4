package dev.blazon.api.catalog;

import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.dialect.Subject;
import dev.blazon.api.shield.Framework;
import dev.blazon.api.shield.Period;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Example URLs of every shield, in each dialect that has it. The pages and the API show them; at
 * start, each is checked to be read as its own shield.
 */
final class UrlExamples {

  private static final String PROJECT = "requests";

  private final Map<String, List<String>> byShield = new LinkedHashMap<>();

  /**
   * @throws IllegalStateException if a dialect reads an example as another shield, or not at all
   */
  UrlExamples(ShieldCatalog catalog, Dialects dialects) {
    for (Shield<?> shield : catalog.all()) {
      String id = shield.description().id();
      add(id, "/" + id + "/" + PROJECT + "/badge.svg");
      add(id, "/pypi/" + id + "/" + PROJECT);
    }
    for (Framework framework : Framework.values()) {
      add(framework.shieldId(), "/pypi/frameworkversions/" + framework.urlName() + "/" + PROJECT);
    }
    for (Period period : List.of(Period.DAY, Period.WEEK, Period.MONTH)) {
      add(period.shieldId(), "/d/" + PROJECT + "/badge.png?period=" + period.word());
    }
    for (Period period : Period.values()) {
      add(period.shieldId(), "/pypi/" + period.shieldsName() + "/" + PROJECT);
      add(period.shieldId(), "/badgen/pypi/" + period.shieldsName() + "/" + PROJECT);
    }
    add("download", "/download/" + PROJECT + "/badge.svg?version=2.*");
    add("download", "/pypi/dm/" + PROJECT + "?installer=uv");
    add("download-total", "/download-total/" + PROJECT + "/badge.svg?python=3.12");
    add("trend", "/trend/" + PROJECT + "/badge.svg?period=week");
    add("trend", "/trend/" + PROJECT + "/badge.png?version=2.*");
    add("version", "/v/" + PROJECT + "/badge.png?text=version");
    add("version", "/pypi/v/" + PROJECT + "/2.32.3");
    add("version", "/py/" + PROJECT + ".svg");
    add("version", "/badgen/pypi/v/" + PROJECT);
    add("license", "/pypi/l/" + PROJECT);
    add("license", "/badgen/pypi/license/" + PROJECT);
    add("py_versions", "/pypi/pyversions/" + PROJECT);
    add("py_versions", "/badgen/pypi/python/" + PROJECT);
    add("download", "/pepy/badge/" + PROJECT + "/month");
    add("download-week", "/pepy/badge/" + PROJECT + "/week");
    add("download-total", "/pepy/dt/" + PROJECT);
    add("download-total", "/pepy/badge/" + PROJECT);
    add("download-total", "/pepy/personalized-badge/" + PROJECT + "?period=total&left_text=total");
    byShield.forEach((id, urls) -> urls.forEach(url -> check(dialects, url, id)));
  }

  /** The example URLs of a shield, pypip.in's form first. */
  List<String> of(Shield<?> shield) {
    return byShield.get(shield.description().id());
  }

  private void add(String id, String url) {
    byShield.computeIfAbsent(id, unused -> new ArrayList<>()).add(url);
  }

  private static void check(Dialects dialects, String url, String id) {
    int question = url.indexOf('?');
    String path = question < 0 ? url : url.substring(0, question);
    String query = question < 0 ? "" : url.substring(question + 1);
    boolean own =
        dialects
            .read("localhost", path, query)
            .filter(request -> request.subject() instanceof Subject.Facts<?>)
            .filter(request -> request.subject().name().equals(id))
            .isPresent();
    if (!own) {
      throw new IllegalStateException("the example " + url + " does not show the shield " + id);
    }
  }
}
