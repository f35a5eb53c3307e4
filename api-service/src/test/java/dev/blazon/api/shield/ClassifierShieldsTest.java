package dev.blazon.api.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shields that read only classifiers. */
class ClassifierShieldsTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2 2.7 3 3.5 3.4 3.6,  -,     '2.7, 3.4, 3.5, 3.6|blue',   2.7 | 3.4 | 3.5 | 3.6|blue",
        "3.10 3.9 3.2,         -,     '3.2, 3.9, 3.10|blue',       3.2 | 3.9 | 3.10|blue",
        "2 3,                  -,     '2, 3|blue',                 2 | 3|blue",
        "2.7 3,                -,     2.7|blue,                    2.7 | 3|blue",
        "3_::_Only,            -,     3|blue,                      3|blue",
        "3 3_::_Only 3.13 3.14, -,    '3.13, 3.14|blue',           3.13 | 3.14|blue",
        "3.8 3.8,              -,     3.8|blue,                    3.8|blue",
        "'',                   -,     unknown|lightgrey,           missing|red",
        "'',                   >=3.9, >=3.9|blue,                  >=3.9|blue",
        "'',                   ' ',   unknown|lightgrey,           missing|red",
        "3.9,                  >=3.8, 3.9|blue,                    3.9|blue",
        "Implementation_::_CPython 3., -, unknown|lightgrey,       missing|red",
      })
  void python_versions(String tails, String required, String pypipIn, String shieldsIo) {
    Facts facts = required == null ? Facts.none() : Facts.none().requiresPython(required);
    facts = facts.classifiers(below("Programming Language :: Python", tails));
    PyVersionsShield shield = new PyVersionsShield();

    assertEquals("python|" + pypipIn, ShownBadge.by(shield, facts, Wording.PYPIP_IN));
    assertEquals("python|" + shieldsIo, ShownBadge.by(shield, facts, Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({
    "PyPy CPython Jython, 'pypy, cpython, jython', cpython | jython | pypy",
    "Stackless,           stackless,               stackless",
    "'',                  cpython,                 cpython",
  })
  void implementation(String tails, String pypipIn, String shieldsIo) {
    Facts facts =
        Facts.none().classifiers(below("Programming Language :: Python :: Implementation", tails));
    ImplementationShield shield = new ImplementationShield();

    assertEquals(
        "implementation|" + pypipIn + "|blue", ShownBadge.by(shield, facts, Wording.PYPIP_IN));
    assertEquals(
        "implementation|" + shieldsIo + "|blue", ShownBadge.by(shield, facts, Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({
    "1_-_Planning,             planning|red,       planning|red",
    "2_-_Pre-Alpha,            pre-alpha|red,      pre-alpha|red",
    "3_-_Alpha,                alpha|red,          alpha|red",
    "4_-_Beta,                 beta|yellow,        beta|yellow",
    "5_-_Production/Stable,    stable|brightgreen, stable|brightgreen",
    "6_-_Mature,               mature|brightgreen, mature|brightgreen",
    "7_-_Inactive,             inactive|red,       inactive|red",
    "3_-_Alpha 4_-_Beta,       alpha|red,          beta|yellow",
    "'',                       unknown|red,        unknown|lightgrey",
    "Odd,                      unknown|red,        unknown|lightgrey",
    "9_-_Gone,                 gone|lightgrey,     gone|lightgrey",
  })
  void development_status(String tails, String pypipIn, String shieldsIo) {
    Facts facts = Facts.none().classifiers(below("Development Status", tails));
    StatusShield shield = new StatusShield();

    assertEquals("status|" + pypipIn, ShownBadge.by(shield, facts, Wording.PYPIP_IN));
    assertEquals("status|" + shieldsIo, ShownBadge.by(shield, facts, Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({
    "Typed,             typed|brightgreen",
    "Stubs_Only,        stubs|brightgreen",
    "Typed Stubs_Only,  typed|brightgreen",
    "'',                untyped|red",
  })
  void types(String tails, String expected) {
    Facts facts = Facts.none().classifiers(below("Typing", tails));

    assertEquals("types|" + expected, ShownBadge.by(new TypesShield(), facts, Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({
    "DJANGO,     Framework :: Django :: 1.10; Framework :: Django :: 2.0; Framework :: Django :: 1.9, django versions|1.9 | 1.10 | 2.0|blue",
    "DJANGO,     Framework :: Django, versions|Django versions are missing for demo|lightgrey",
    "DJANGO,     Framework :: Django CMS :: 3.7, versions|Django versions are missing for demo|lightgrey",
    "DJANGO_CMS, Framework :: Django CMS :: 3.10; Framework :: Django CMS :: 3.9, django cms versions|3.9 | 3.10|blue",
    "AWS_CDK,    Framework :: AWS CDK :: 2, aws cdk versions|2|blue",
    "JUPYTERLAB, Framework :: Jupyter :: JupyterLab :: 4; Framework :: Jupyter :: JupyterLab :: Extensions, jupyterlab versions|4|blue",
    "PLONE,      Framework :: Plone :: 5.2; Framework :: Plone :: Addon, plone versions|5.2|blue",
    "ODOO,       Framework :: Odoo :: 15.0, odoo versions|15.0|blue",
    "WAGTAIL,    Framework :: Wagtail :: 3; Framework :: Wagtail :: 2, wagtail versions|2 | 3|blue",
    "ZOPE,       Framework :: Zope :: 4, zope versions|4|blue",
  })
  void framework_versions(Framework framework, String classifiers, String expected) {
    Facts facts = Facts.none().classifiers(classifiers);

    assertEquals(
        expected, ShownBadge.by(new FrameworkVersionsShield(framework), facts, Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({"Framework :: Django :: 2.0, true", "Framework :: Django, false"})
  void framework_versions_are_generic_unless_they_name_the_project(
      String classifiers, boolean generic) {
    ProjectShield shield = new FrameworkVersionsShield(Framework.DJANGO);
    Facts facts = Facts.none().classifiers(classifiers);

    assertEquals(generic, shield.isGeneric(shield.content(facts.project(), Wording.SHIELDS_IO)));
  }

  /** Tails separated by blanks, with underscores for their own blanks, as classifiers. */
  private static String below(String prefix, String tails) {
    return Arrays.stream(tails.split(" ", -1))
        .filter(tail -> !tail.isEmpty())
        .map(tail -> prefix + " :: " + tail.replace('_', ' '))
        .collect(Collectors.joining(";"));
  }
}
