package dev.blazon.api.shield;

import dev.blazon.badge.BadgeColor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Families of licences with shields.io's colours, from the least to the most restrictive for those
 * who redistribute the work. Each lists its SPDX ids and then names that people write in the
 * free-text field; all other licences are {@link #UNKNOWN}.
 */
enum LicenseFamily {
  PUBLIC_DOMAIN(
      "CC0-1.0, Unlicense, WTFPL, 0BSD", "CC0, The Unlicense, CC0 1.0 Universal, Zero-Clause BSD"),
  PERMISSIVE(
      "AFL-3.0, Apache-1.1, Apache-2.0, Artistic-2.0, BlueOak-1.0.0, BSD-2-Clause,"
          + " BSD-2-Clause-Patent, BSD-3-Clause, BSD-3-Clause-Clear, BSL-1.0, CC-BY-4.0, ECL-2.0,"
          + " HPND, ISC, MIT, MIT-0, MIT-CMU, MS-PL, NCSA, PostgreSQL, PSF-2.0, Python-2.0,"
          + " Python-2.0.1, UPL-1.0, Zlib, ZPL-2.1",
      "Apache, Apache 2, Apache 2.0, Apache-2, Apache2, Apache2.0, Apache v2, Apache v2.0,"
          + " Apache License, Apache License 2.0, Apache License v2.0, Apache License Version 2.0,"
          + " Apache Software License, Apache Software License 2.0, ASL 2.0, BSD, BSD-2, BSD-3,"
          + " BSD v3, BSD 2-Clause, BSD 3-Clause, 2-Clause BSD, 3-Clause BSD, BSD License,"
          + " BSD 2-Clause License, BSD 3-Clause License, New BSD, New BSD License, Modified BSD,"
          + " Modified BSD License, Simplified BSD, BSL, Boost Software License 1.0, Expat,"
          + " Expat License, ISC License, ISCL, MIT License, The MIT License, MIT/Expat, PSF,"
          + " PSF License, Python Software Foundation, Python Software Foundation License, X11,"
          + " Zlib License, ZPL, ZPL 2.1, ZPL-2.0"),
  COPYLEFT(
      "AGPL-1.0-only, AGPL-1.0-or-later, AGPL-3.0-only, AGPL-3.0-or-later, CC-BY-SA-4.0,"
          + " CECILL-2.1, EPL-1.0, EPL-2.0, EUPL-1.1, EUPL-1.2, GPL-1.0-only, GPL-1.0-or-later,"
          + " GPL-2.0-only, GPL-2.0-or-later, GPL-3.0-only, GPL-3.0-or-later, LGPL-2.0-only,"
          + " LGPL-2.0-or-later, LGPL-2.1-only, LGPL-2.1-or-later, LGPL-3.0-only,"
          + " LGPL-3.0-or-later, LPPL-1.3c, MPL-1.0, MPL-1.1, MPL-2.0, MS-RL, OFL-1.1, OSL-3.0",
      "AGPL, AGPL-3.0, AGPL-3.0+, AGPLv3, AGPL v3, AGPLv3+, EPL, EUPL, GNU GPL, GNU GPL v2,"
          + " GNU GPL v3, GNU GPLv2, GNU GPLv3, GPL, GPL2, GPL3, GPL-2, GPL-3, GPL 2, GPL 3,"
          + " GPL 2.0, GPL 3.0, GPL v2, GPL v3, GPL-2.0, GPL-2.0+, GPL-3.0, GPL-3.0+, GPLv2,"
          + " GPLv2+, GPLv3, GPLv3+, GNU General Public License, GNU General Public License v2,"
          + " GNU General Public License v3, GNU General Public License v3.0,"
          + " GNU General Public License Version 3, GNU Affero General Public License v3, GNU LGPL,"
          + " LGPL, LGPL-2.0, LGPL-2.1, LGPL-2.1+, LGPL-3, LGPL-3.0, LGPL-3.0+, LGPLv2, LGPLv2+,"
          + " LGPLv2.1, LGPLv2.1+, LGPLv3, LGPLv3+, LGPL v3, MPL, MPL 1.1, MPL 2.0, MPL v2, MPLv2,"
          + " MPLv2.0, MPL-2, Mozilla Public License, Mozilla Public License 2.0,"
          + " Mozilla Public License Version 2.0"),
  /** Any other licence: treated as the most restrictive. */
  UNKNOWN("", "");

  private static final BadgeColor PUBLIC_DOMAIN_COLOR = BadgeColor.parse("7cd958").orElseThrow();
  private static final Map<String, LicenseFamily> BY_NAME = new HashMap<>();

  static {
    for (LicenseFamily family : values()) {
      for (String name : (family.spdxIds + ", " + family.otherNames).split(", ", -1)) {
        BY_NAME.put(key(name), family);
      }
    }
    BY_NAME.remove("");
  }

  private final String spdxIds;
  private final String otherNames;

  LicenseFamily(String spdxIds, String otherNames) {
    this.spdxIds = spdxIds;
    this.otherNames = otherNames;
  }

  BadgeColor color() {
    return switch (this) {
      case PUBLIC_DOMAIN -> PUBLIC_DOMAIN_COLOR;
      case PERMISSIVE -> BadgeColor.GREEN;
      case COPYLEFT -> BadgeColor.ORANGE;
      case UNKNOWN -> BadgeColor.LIGHTGREY;
    };
  }

  /** The family of one licence by its SPDX id or a common name, ignoring case. */
  static Optional<LicenseFamily> named(String license) {
    return Optional.ofNullable(BY_NAME.get(key(license)));
  }

  /** The family of a licence name or of an SPDX expression. */
  static LicenseFamily of(String license) {
    return named(license).orElseGet(() -> SpdxExpression.family(license).orElse(UNKNOWN));
  }

  /** The colour for several alternative licences: that of the least restrictive one. */
  static BadgeColor colorOfAny(List<String> licenses) {
    return licenses.stream()
        .map(LicenseFamily::of)
        .min(LicenseFamily::compareTo)
        .orElse(UNKNOWN)
        .color();
  }

  /** The key of a licence name: ignores case, quotes, commas, parentheses and British spelling. */
  private static String key(String license) {
    StringBuilder key = new StringBuilder(license.length());
    for (char c : license.strip().toLowerCase(Locale.ROOT).toCharArray()) {
      if ("\"',()".indexOf(c) < 0) {
        key.append(c);
      }
    }
    return key.toString().replace("licence", "license");
  }
}
