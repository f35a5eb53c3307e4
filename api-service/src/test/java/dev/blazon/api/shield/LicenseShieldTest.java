package dev.blazon.api.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseShieldTest {

  private final LicenseShield shield = new LicenseShield();

  @ParameterizedTest
  @CsvSource({
    "MIT License,                                                    MIT,        green",
    "BSD License,                                                    BSD,        green",
    "Apache Software License,                                        Apache-2.0, green",
    "Mozilla Public License 2.0 (MPL 2.0),                           MPL 2.0,    orange",
    "GNU General Public License (GPL),                               GPL,        orange",
    "GNU General Public License v3 (GPLv3),                          GPLv3,      orange",
    "GNU General Public License v3 or later (GPLv3+),                GPLv3+,     orange",
    "GNU Lesser General Public License v3 (LGPLv3),                  LGPLv3,     orange",
    "GNU Lesser General Public License v2 or later (LGPLv2+),        LGPLv2+,    orange",
    "GNU Affero General Public License v3,                           AGPL-3.0,   orange",
    "ISC License (ISCL),                                             ISC,        green",
    "The Unlicense (Unlicense),                                      Unlicense,  #7cd958",
    "Zero-Clause BSD (0BSD),                                         0BSD,       #7cd958",
    "Python Software Foundation License, Python Software Foundation, green",
  })
  void names_licences_by_their_classifiers(String tail, String message, String color) {
    Facts facts = Facts.none().classifiers("License :: OSI Approved :: " + tail);

    assertEquals(
        "license|" + message + "|" + color, ShownBadge.by(shield, facts, Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({
    "License :: OSI Approved :: MIT License; License :: DFSG approved, MIT, green",
    "License :: DFSG approved, DFSG approved, lightgrey",
    "License :: OSI Approved, OSI Approved, lightgrey",
    "License :: Public Domain, Public Domain, lightgrey",
    "License :: Other/Proprietary License, Other/Proprietary, lightgrey",
    "License :: Netscape Public License (NPL), NPL, lightgrey",
    "License :: CC0 1.0 Universal (CC0 1.0) Public Domain Dedication, CC0-1.0, #7cd958",
    "'License :: OSI Approved :: MIT License; License :: OSI Approved :: Apache Software License', 'MIT, Apache-2.0', green",
    "'', missing, red",
  })
  void takes_all_classifiers(String classifiers, String message, String color) {
    Facts facts = Facts.none().classifiers(classifiers);

    assertEquals(
        "license|" + message + "|" + color, ShownBadge.by(shield, facts, Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({
    "MIT, green",
    "mit, green",
    "MIT License, green",
    "MIT license, green",
    "The MIT License (MIT), lightgrey",
    "'Apache License, Version 2.0', green",
    "Apache License (2.0), green",
    "3-Clause BSD, green",
    "BSD licence, green",
    "GPLv3, orange",
    "MPL-2.0, orange",
    "MIT OR Apache-2.0, green",
    "'\"MIT\"', green",
    "LICENSE.txt, lightgrey",
    "UNKNOWN, lightgrey",
  })
  void colours_a_free_text_by_what_it_means(String text, String color) {
    assertEquals(
        "license|" + text + "|" + color,
        ShownBadge.by(shield, Facts.none().license(text), Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({
    "MIT, green",
    "MIT AND (Apache-2.0 OR BSD-2-Clause), green",
    "MIT AND GPL-3.0-only, orange",
    "MIT OR GPL-3.0-only, green",
    "GPL-2.0-or-later WITH Classpath-exception-2.0, orange",
    "MIT AND LicenseRef-Own, lightgrey",
    "MIT OR LicenseRef-Own, green",
    "(CC0-1.0 OR MIT) AND Zlib, green",
    "CC0-1.0 OR MIT, #7cd958",
    "GPL-2.0+, orange",
    "mit and gpl-3.0-or-later, orange",
    "MIT AND, lightgrey",
    "(MIT, green",
    "MIT) OR, lightgrey",
    "AND, lightgrey",
    "MIT Apache-2.0, lightgrey",
  })
  void colours_an_expression_by_its_most_restrictive_licence(String expression, String color) {
    assertEquals(
        "license|" + expression + "|" + color,
        ShownBadge.by(
            shield, Facts.none().license("x").licenseExpression(expression), Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({
    "'',                '',                                        PYPIP_IN,   unknown|red",
    "UNKNOWN,           '',                                        PYPIP_IN,   unknown|red",
    "unknown,           License :: OSI Approved :: MIT License,    PYPIP_IN,   MIT License|blue",
    "'MIT\nCopyright',  License :: OSI Approved :: MIT License,    PYPIP_IN,   MIT License|blue",
    "GPLv3,             License :: OSI Approved :: MIT License,    PYPIP_IN,   GPLv3|blue",
    "BSD-like,          '',                                        BADGEN_NET, BSD-like|#08c",
    "'',                '',                                        BADGEN_NET, unknown|#08c",
  })
  void uses_the_words_of_each_service(
      String license, String classifiers, Wording wording, String expected) {
    Facts facts = Facts.none().classifiers(classifiers).license(license);

    assertEquals("license|" + expected, ShownBadge.by(shield, facts, wording));
  }

  @ParameterizedTest
  @CsvSource({"39, x", "40, MIT"})
  void takes_a_long_text_for_the_licence_itself(int length, String message) {
    Facts facts =
        Facts.none()
            .classifiers("License :: OSI Approved :: MIT License")
            .license("x".repeat(length));
    String shown = ShownBadge.by(shield, facts, Wording.SHIELDS_IO);

    assertEquals(message.equals("x") ? "x".repeat(length) : message, shown.split("\\|", -1)[1]);
  }
}
