package dev.blazon.api.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shields that read only the shown release's files. */
class FileShieldsTest {

  @ParameterizedTest
  @CsvSource({
    "bdist_wheel sdist,     yes|brightgreen,   no|brightgreen,    wheel|brightgreen",
    "sdist,                 no|red,            no|brightgreen,    source|yellow",
    "bdist_egg sdist,       no|red,            yes|red,           egg|red",
    "bdist_egg bdist_wheel, yes|brightgreen,   yes|red,           wheel|brightgreen",
    "bdist_wininst,         no|red,            no|brightgreen,    source|yellow",
    "wheel,                 yes|brightgreen,   no|brightgreen,    wheel|brightgreen",
    "'',                    unknown|lightgrey, unknown|lightgrey, unknown|lightgrey",
  })
  void show_the_formats_of_a_release(String types, String wheel, String egg, String format) {
    Facts facts = Facts.none().fileTypes(types);

    assertEquals("wheel|" + wheel, ShownBadge.by(new WheelShield(), facts, Wording.PYPIP_IN));
    assertEquals("egg|" + egg, ShownBadge.by(new EggShield(), facts, Wording.PYPIP_IN));
    assertEquals("format|" + format, ShownBadge.by(new FormatShield(), facts, Wording.PYPIP_IN));
  }

  @ParameterizedTest
  @CsvSource({"'', no|red, source|yellow"})
  void treat_a_release_without_files_as_shields_io_does(String types, String wheel, String format) {
    Facts facts = Facts.none().fileTypes(types);

    assertEquals("wheel|" + wheel, ShownBadge.by(new WheelShield(), facts, Wording.SHIELDS_IO));
    assertEquals("format|" + format, ShownBadge.by(new FormatShield(), facts, Wording.SHIELDS_IO));
  }

  @ParameterizedTest
  @CsvSource({
    "demo-1.0-py3-none-any.whl demo-1.0.tar.gz, any|blue, none|blue",
    "demo-1.0-1-py2.py3-none-any.whl, any|blue, none|blue",
    "demo-1.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl, manylinux|blue, cpython|blue",
    "demo-1.0-cp313-cp313t-musllinux_1_2_x86_64.whl, musllinux|blue, free-threaded|blue",
    "demo-1.0-cp38-abi3-win_amd64.whl demo-1.0-cp38-abi3-macosx_11_0_arm64.whl, macOS | Windows|blue, abi3|blue",
    "demo-1.0-pp310-pypy310_pp73-win32.whl demo-1.0-cp27-cp27mu-linux_armv7l.whl, Linux | Windows|blue, cpython | pypy|blue",
    "demo-1.0-cp313-cp313-ios_13_0_arm64_iphoneos.whl, iOS|blue, cpython|blue",
    "demo-1.0.tar.gz, source only|yellow, source only|yellow",
    "odd.whl, unknown|lightgrey, unknown|lightgrey",
    "'', unknown|lightgrey, unknown|lightgrey",
  })
  void show_what_wheels_run_on(String names, String platforms, String abi) {
    Facts facts = Facts.none().fileNames(names, 1);

    assertEquals(
        "platforms|" + platforms, ShownBadge.by(new PlatformsShield(), facts, Wording.PYPIP_IN));
    assertEquals("abi|" + abi, ShownBadge.by(new AbiShield(), facts, Wording.PYPIP_IN));
  }

  @ParameterizedTest
  @CsvSource({
    "demo-1.0-py3-none-any.whl, 999, 999 B",
    "demo-1.0-py3-none-any.whl, 64926, 64.9 kB",
    "demo-1.0-py3-none-any.whl, 1000000, 1 MB",
    "demo-1.0.tar.gz, 123456789012, 123.5 GB",
    "demo-1.0.tar.gz, 0, unknown",
    "demo-1.0.egg, 5, unknown",
    "'', 5, unknown",
  })
  void show_the_size_of_a_release(String names, long size, String message) {
    Content content =
        new SizeShield().content(Facts.none().fileNames(names, size).project(), Wording.PYPIP_IN);

    assertEquals(message, content.message());
  }
}
