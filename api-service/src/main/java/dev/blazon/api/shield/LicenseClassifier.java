package dev.blazon.api.shield;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Derives short names of licences from trove classifiers, as shields.io shows them. */
final class LicenseClassifier {

  /** Names for classifiers that the rules below do not shorten well. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "OSI Approved :: Apache Software License", "Apache-2.0",
          "CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0-1.0",
          "OSI Approved :: GNU Affero General Public License v3", "AGPL-3.0",
          "OSI Approved :: Zero-Clause BSD (0BSD)", "0BSD",
          "OSI Approved :: ISC License (ISCL)", "ISC");

  private static final String DFSG = "DFSG approved";

  private LicenseClassifier() {}

  /** The short names of all licence classifiers, in order. */
  static List<String> names(List<String> classifiers) {
    List<String> names =
        Classifiers.below(classifiers, "License").map(LicenseClassifier::name).distinct().toList();
    return names.size() > 1 ? names.stream().filter(name -> !name.equals(DFSG)).toList() : names;
  }

  private static String name(String tail) {
    String alias = ALIASES.get(tail);
    if (alias != null) {
      return alias;
    }
    String name = Classifiers.lastPart(tail).replaceFirst(" License", "");
    int open = name.indexOf('(');
    int close = name.indexOf(')', open + 1);
    if (open >= 0 && close > open + 1) {
      // Case is kept: shields.io's upper-casing gives GPLV3, which its own table of colours lacks.
      return name.substring(open + 1, close);
    }
    boolean bareWord = !name.isEmpty() && name.chars().allMatch(c -> c >= 'a' && c <= 'z');
    return bareWord ? name.toUpperCase(Locale.ROOT) : name;
  }
}
