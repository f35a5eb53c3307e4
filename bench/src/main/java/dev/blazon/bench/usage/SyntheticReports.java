package dev.blazon.bench.usage;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Made-up reports, in the form that the Python client sends. A few versions, systems and packages
 * have the most of them, as in life. The same seed gives the same reports. Not thread-safe.
 */
final class SyntheticReports {

  /** The fields of {@link Report#fields}, which are columns of the plain table. */
  static final List<String> FIELDS =
      List.of(
          "uuid",
          "sequence",
          "package",
          "version",
          "implementation",
          "python",
          "minor",
          "build_date",
          "compiler",
          "openssl",
          "sqlite",
          "system",
          "release",
          "machine",
          "distribution",
          "distribution_version");

  private static final int[] PATCHES = {11, 9, 13, 4, 19, 20, 0, 17};
  private static final String[] MINORS = {"12", "11", "10", "13", "9", "8", "14", "7"};
  private static final String[] DISTRIBUTIONS = {
    "ubuntu", "debian", "alpine", "rhel", "amzn", "rocky", "fedora", "arch"
  };
  private static final String[] DISTRIBUTION_VERSIONS = {"24.04", "12", "3.20", "9.4", "2023"};
  private static final int PACKAGES = 30;
  private static final int VERSIONS = 8;
  private static final double PYPY = 0.03;
  private static final double NOT_LINUX = 0.15;
  private static final double ARM = 0.25;

  /**
   * A report.
   *
   * @param fields without commas, quotes or line ends
   */
  record Report(String json, List<String> fields) {}

  private final SplittableRandom random;

  SyntheticReports(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A body with so many reports. */
  String batch(int reports) {
    return Stream.generate(() -> next().json())
        .limit(reports)
        .collect(Collectors.joining(",", "[", "]"));
  }

  Report next() {
    String uuid =
        String.format(
            "%08x-%04x-4%03x-%04x-%012x",
            random.nextInt(),
            random.nextInt(1 << 16),
            random.nextInt(1 << 12),
            (1 << 15) + random.nextInt(1 << 14),
            random.nextLong(1L << 48));
    int python = place(MINORS.length);
    int patch = PATCHES[python] - place(Math.max(1, PATCHES[python]));
    String minor = "3." + MINORS[python];
    boolean linux = random.nextDouble() >= NOT_LINUX;
    boolean darwin = !linux && random.nextBoolean();
    String system = linux ? "Linux" : darwin ? "Darwin" : "Windows";
    String machine = random.nextDouble() >= ARM ? "x86_64" : linux ? "aarch64" : "arm64";
    String implementation = random.nextDouble() < PYPY ? "PyPy" : "CPython";
    String release = linux ? "6." + place(12) : darwin ? "23." + place(6) : "11";
    int distribution = place(DISTRIBUTIONS.length);
    String name = linux ? DISTRIBUTIONS[distribution] : "";
    String number = linux ? DISTRIBUTION_VERSIONS[place(DISTRIBUTION_VERSIONS.length)] : "";
    List<String> fields =
        List.of(
            uuid,
            "0",
            "package-" + place(PACKAGES),
            "1." + place(VERSIONS),
            implementation,
            minor + "." + patch,
            minor,
            "May  9 2026 07:35:25",
            linux ? "GCC 12.2.0" : "Clang 15.0.0",
            "OpenSSL 3.0." + place(19),
            "3.4" + place(9) + ".1",
            system,
            release,
            machine,
            name,
            number);
    return new Report(json(fields, Integer.parseInt(MINORS[python]), patch), fields);
  }

  private static String json(List<String> fields, int minor, int patch) {
    JsonObject python =
        new JsonObject()
            .put("implementation", fields.get(4))
            .put("version", fields.get(5))
            .put("version_info", JsonArray.of(3, minor, patch, "final", 0))
            .put("is_64bit", true)
            .put("have_ucs4", true)
            .put("have_readline", true)
            .put("openssl_version", fields.get(9))
            .put("sqlite_version", fields.get(10))
            .put("build_date", fields.get(7))
            .put("compiler", fields.get(8));
    JsonObject report =
        new JsonObject()
            .put("uuid", fields.get(0))
            .put("sequence", 0)
            .put("package", fields.get(2))
            .put("version", fields.get(3))
            .put("python", python)
            .put(
                "uname",
                new JsonObject()
                    .put("system", fields.get(11))
                    .put("release", fields.get(12))
                    .put("machine", fields.get(13)));
    if (!fields.get(14).isEmpty()) {
      report.put(
          "linux_dist",
          new JsonObject().put("name", fields.get(14)).put("version", fields.get(15)));
    }
    return report.encode();
  }

  /** The cube prefers the first ones. */
  private int place(int size) {
    return (int) (size * Math.pow(random.nextDouble(), 3));
  }
}
