package dev.blazon.api;

/** Small documents in the form of PyPI's JSON API. */
public final class Documents {

  private Documents() {}

  /** A well-kept project with a wheel and an sdist. */
  public static String good(String name, String version) {
    return """
    {
      "info": {
        "name": "%1$s", "version": "%2$s", "license": "MIT", "license_expression": null,
        "requires_python": ">=3.9", "requires_dist": ["idna"], "yanked": false,
        "yanked_reason": null,
        "classifiers": [
          "Development Status :: 5 - Production/Stable",
          "License :: OSI Approved :: MIT License",
          "Programming Language :: Python :: 3.10",
          "Programming Language :: Python :: 3.9",
          "Programming Language :: Python :: Implementation :: CPython"
        ]
      },
      "last_serial": 1,
      "releases": {"%2$s": [
        {"packagetype": "bdist_wheel", "filename": "%1$s-%2$s-py3-none-any.whl", "size": 100,
         "upload_time_iso_8601": "2026-01-02T03:04:05.000000Z", "yanked": false},
        {"packagetype": "sdist", "filename": "%1$s-%2$s.tar.gz", "size": 200,
         "upload_time_iso_8601": "2026-01-02T03:04:06.000000Z", "yanked": false}
      ]},
      "urls": [
        {"packagetype": "bdist_wheel", "filename": "%1$s-%2$s-py3-none-any.whl", "size": 100,
         "upload_time_iso_8601": "2026-01-02T03:04:05.000000Z", "yanked": false},
        {"packagetype": "sdist", "filename": "%1$s-%2$s.tar.gz", "size": 200,
         "upload_time_iso_8601": "2026-01-02T03:04:06.000000Z", "yanked": false}
      ],
      "vulnerabilities": []
    }
    """
        .formatted(name, version);
  }

  /** A release without files, licence or classifiers. */
  static String bare(String name) {
    return """
    {"info": {"name": "%s", "version": "0.1", "license": "", "classifiers": [],
      "requires_dist": null, "requires_python": null, "yanked": false, "yanked_reason": null},
     "releases": {"0.1": []}, "urls": [], "vulnerabilities": []}
    """
        .formatted(name);
  }
}
