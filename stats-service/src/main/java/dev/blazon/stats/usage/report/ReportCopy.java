package dev.blazon.stats.usage.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Copies one report without names, and notes its values. Fields that name a host, a user or a
 * process are found at every depth, since programs add fields of their own.
 */
final class ReportCopy {

  /** Those that may be kept as hashes: names of hosts and users, and paths, which have users'. */
  private static final Set<String> IDENTITIES =
      Set.of(
          "hostname",
          "hostfqdn",
          "fqdn",
          "host",
          "node",
          "username",
          "user",
          "login",
          "uuid",
          "argv",
          "bin",
          "executable",
          "cwd",
          "home",
          "path",
          "prefix");

  /** Those that are never kept. */
  private static final Set<String> NEVER =
      Set.of(
          "ip", "ip_address", "address", "addresses", "remote_addr", "client_ip", "mac", "email");

  private static final Set<String> OPT_OUT = Set.of("do_not_track", "dnt");

  private static final String HOST_NAME = "hostname";
  private static final String SERVER_TIME = "server_time";

  /** EspyMetrics' message has about 30. */
  private static final int MOST_VALUES = 256;

  private static final int LONGEST_TEXT = 1_024;

  /** Longer values are no groups that a person reads. */
  private static final int LONGEST_VALUE = 128;

  private static final int USUAL_BYTES = 1_024;

  private final JsonParser json;
  private final Identities identities;
  private final IdentityHash hash;
  private final Instant now;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private boolean isOptedOut;

  ReportCopy(JsonParser json, Identities identities, IdentityHash hash, Instant now) {
    this.json = json;
    this.identities = identities;
    this.hash = hash;
    this.now = now;
  }

  /** Copies the object that has begun; empty if it asks not to be counted. */
  Optional<Report> copy() throws IOException, BadReportException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator out = Reports.FACTORY.createGenerator(bytes)) {
      object(out, "", 1);
    }
    if (isOptedOut) {
      return Optional.empty();
    }
    Optional<byte[]> seen =
        names.containsKey("uuid") && values.containsKey("sequence")
            ? Optional.of(hash.seen(names.get("uuid"), values.get("sequence")))
            : Optional.empty();
    return Optional.of(new Report(bytes.toByteArray(), seen, host(), values));
  }

  private OptionalLong host() {
    if (identities == Identities.DROPPED) {
      return OptionalLong.empty();
    }
    for (String name : new String[] {HOST_NAME, "hostfqdn", "uname$node"}) {
      if (names.containsKey(name)) {
        return OptionalLong.of(hash.host(names.get(name)));
      }
    }
    return OptionalLong.empty();
  }

  private void object(JsonGenerator out, String path, int depth)
      throws IOException, BadReportException {
    out.writeStartObject();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_OBJECT;
        token = json.nextToken()) {
      String name = clean(json.currentName(), Reports.LONGEST_NAME);
      json.nextToken();
      String full = path.isEmpty() ? name : path + "$" + name;
      String kind = name.toLowerCase(Locale.ROOT);
      if (OPT_OUT.contains(kind)) {
        optOut();
      } else if (IDENTITIES.contains(kind)) {
        identity(out, name, kind, full);
      } else if (NEVER.contains(kind) || full.equals(SERVER_TIME)) {
        json.skipChildren();
      } else {
        out.writeFieldName(name);
        value(out, full, depth);
      }
    }
    end(out, path);
    out.writeEndObject();
  }

  private void optOut() throws IOException {
    boolean isNo =
        json.currentToken() == JsonToken.VALUE_FALSE
            || json.currentToken() == JsonToken.VALUE_NULL
            || Set.of("", "0", "false").contains(json.getValueAsString(""));
    isOptedOut |= !isNo;
    json.skipChildren();
  }

  private void identity(JsonGenerator out, String name, String kind, String full)
      throws IOException {
    if (!json.currentToken().isScalarValue()) {
      json.skipChildren();
      return;
    }
    String text = json.getText();
    names.put(full, text);
    if (identities == Identities.HASHED) {
      String hashed = hash.text(kind.equals("node") ? HOST_NAME : kind, text);
      values.put(full, hashed);
      out.writeStringField(name, hashed);
    }
  }

  /** Fields that follow from others, so that all reports have them. */
  private void end(JsonGenerator out, String path) throws IOException {
    if (path.isEmpty()) {
      out.writeStringField(SERVER_TIME, now.toString());
      values.put(SERVER_TIME, now.toString());
    } else if (path.equals("python")) {
      String major = values.getOrDefault("python$version_info$0", "");
      String minor = values.getOrDefault("python$version_info$1", "");
      if (!major.isEmpty() && !minor.isEmpty()) {
        derive(out, "minor", major + "." + minor);
      }
      String version = values.getOrDefault("python$version", "");
      if (!version.isEmpty()) {
        derive(out, "implementation", version.contains("PyPy") ? "PyPy" : "CPython");
      }
    }
  }

  private void derive(JsonGenerator out, String name, String value) throws IOException {
    if (values.putIfAbsent("python$" + name, value) == null) {
      out.writeStringField(name, value);
    }
  }

  private void value(JsonGenerator out, String path, int depth)
      throws IOException, BadReportException {
    switch (json.currentToken()) {
      case START_OBJECT -> {
        checkDepth(depth);
        object(out, path, depth + 1);
      }
      case START_ARRAY -> {
        checkDepth(depth);
        array(out, path, depth + 1);
      }
      case VALUE_STRING -> {
        String text = clean(json.getText(), LONGEST_TEXT);
        note(path, text);
        out.writeString(text);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        note(path, json.getText());
        out.writeNumber(json.getText());
      }
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {
        note(path, json.getText());
        out.writeRawValue(json.getText());
      }
      default -> throw new BadReportException("a report is a JSON object");
    }
  }

  private void array(JsonGenerator out, String path, int depth)
      throws IOException, BadReportException {
    out.writeStartArray();
    int place = 0;
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      value(out, path + "$" + place, depth);
      place++;
    }
    out.writeEndArray();
  }

  private static void checkDepth(int depth) throws BadReportException {
    if (depth >= Reports.DEEPEST) {
      throw new BadReportException("a report has at most " + Reports.DEEPEST + " levels");
    }
  }

  private void note(String path, String value) throws BadReportException {
    if (values.size() >= MOST_VALUES) {
      throw new BadReportException("a report has at most " + MOST_VALUES + " values");
    }
    values.put(path, group(value));
  }

  /** The value as the name of a group. */
  static String group(String value) {
    return value.length() > LONGEST_VALUE ? clean(value, LONGEST_VALUE) : value;
  }

  /** The beginning of a text, without halves of characters, which UTF-8 does not have, and NUL. */
  private static String clean(String text, int longest) {
    int end = Math.min(text.length(), longest);
    StringBuilder cleaned = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < end
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (isPair) {
        cleaned.append(c).append(text.charAt(++i));
      } else {
        cleaned.append(Character.isSurrogate(c) || c == 0 ? '\ufffd' : c);
      }
    }
    return cleaned.toString();
  }
}
