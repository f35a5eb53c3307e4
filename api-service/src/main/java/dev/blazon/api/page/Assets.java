package dev.blazon.api.page;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheet, scripts and icon, read once. They have one URL folder named after the hash of
 * all of them, so that browsers can cache them for ever and the scripts can import each other by
 * plain names.
 */
final class Assets {

  private static final String ROOT = "/assets/";
  private static final int HASH_BYTES = 6;
  private static final Pattern ADDRESS = Pattern.compile(ROOT + "[0-9a-f]{12}/([a-z.]+)");
  private static final List<String> NAMES =
      List.of(
          "page.css",
          "page.js",
          "copy.js",
          "live.js",
          "errors.js",
          "project.js",
          "curve.js",
          "favicon.svg");

  private final Map<String, PageAnswer> byName = new LinkedHashMap<>();
  private final String folder;

  Assets() {
    MessageDigest hash = sha256();
    for (String name : NAMES) {
      byte[] bytes = read(name);
      hash.update(bytes);
      byName.put(name, PageAnswer.asset(type(name), Buffer.buffer(bytes)));
    }
    folder = ROOT + HexFormat.of().formatHex(hash.digest(), 0, HASH_BYTES) + "/";
  }

  /** The path of their folder, with a slash at the end. */
  String folder() {
    return folder;
  }

  /**
   * The asset at a path, if there is one.
   *
   * <p>A path with the hash of another release, which is requested while replicas are replaced one
   * by one, gives the file of this release, not to be cached.
   */
  Optional<PageAnswer> find(String path) {
    Matcher address = ADDRESS.matcher(path);
    if (!address.matches()) {
      return Optional.empty();
    }
    Optional<PageAnswer> file = Optional.ofNullable(byName.get(address.group(1)));
    return path.startsWith(folder) ? file : file.map(PageAnswer::uncached);
  }

  PageAnswer icon() {
    return byName.get("favicon.svg").forADay();
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      default -> "image/svg+xml;charset=utf-8";
    };
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/page/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks page/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
