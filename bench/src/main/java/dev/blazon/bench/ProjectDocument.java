package dev.blazon.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A document in the form of PyPI's JSON API, of a chosen size, for any project name. */
final class ProjectDocument {

  /** Replaced by the project's name in each response; no project can have this name. */
  private static final String PLACEHOLDER = "@name@";

  private final Buffer before;
  private final Buffer after;

  /**
   * @param bytes about the length of the document; it is at least as long as one release needs
   */
  ProjectDocument(int bytes) {
    int releases = 1;
    String document = document(releases).encode();
    while (document.length() < bytes) {
      releases += Math.max(1, (bytes - document.length()) / 1500);
      document = document(releases).encode();
    }
    int name = document.indexOf(PLACEHOLDER);
    this.before = Buffer.buffer(document.substring(0, name));
    this.after = Buffer.buffer(document.substring(name + PLACEHOLDER.length()));
  }

  /** The document of this project. */
  Buffer of(String name) {
    return Buffer.buffer(before.length() + name.length() + after.length())
        .appendBuffer(before)
        .appendString(name)
        .appendBuffer(after);
  }

  private static JsonObject document(int releases) {
    JsonObject all = new JsonObject();
    for (int i = 0; i < releases; i++) {
      String version = "1." + i + ".0";
      all.put(version, new JsonArray().add(wheel(version)).add(sdist(version)));
    }
    String newest = "1." + (releases - 1) + ".0";
    return new JsonObject()
        .put("info", info(newest))
        .put("last_serial", 1)
        .put("releases", all)
        .put("urls", all.getJsonArray(newest))
        .put("vulnerabilities", new JsonArray());
  }

  private static JsonObject info(String version) {
    return new JsonObject()
        .put("name", PLACEHOLDER)
        .put("version", version)
        .put("summary", "A project that stands for many.")
        .put("license", "MIT")
        .putNull("license_expression")
        .put("requires_python", ">=3.9")
        .put("requires_dist", new JsonArray().add("idna<4,>=2.5").add("certifi>=2017.4.17"))
        .put("yanked", false)
        .putNull("yanked_reason")
        .put(
            "classifiers",
            new JsonArray()
                .add("Development Status :: 5 - Production/Stable")
                .add("License :: OSI Approved :: MIT License")
                .add("Programming Language :: Python :: 3")
                .add("Programming Language :: Python :: 3.12")
                .add("Programming Language :: Python :: 3.13")
                .add("Programming Language :: Python :: Implementation :: CPython"));
  }

  private static JsonObject wheel(String version) {
    return file("bdist_wheel", "project-" + version + "-py3-none-any.whl", "py3");
  }

  private static JsonObject sdist(String version) {
    return file("sdist", "project-" + version + ".tar.gz", "source");
  }

  private static JsonObject file(String type, String name, String python) {
    String hash = "0123456789abcdef".repeat(4);
    return new JsonObject()
        .put("comment_text", "")
        .put(
            "digests",
            new JsonObject()
                .put("blake2b_256", hash)
                .put("md5", hash.substring(32))
                .put("sha256", hash))
        .put("downloads", -1)
        .put("filename", name)
        .put("has_sig", false)
        .put("packagetype", type)
        .put("python_version", python)
        .put("requires_python", ">=3.9")
        .put("size", 64_928)
        .put("upload_time_iso_8601", "2026-05-20T15:17:06.913242Z")
        .put("url", "https://files.example.org/packages/63/70/" + hash + "/" + name)
        .put("yanked", false)
        .putNull("yanked_reason");
  }
}
