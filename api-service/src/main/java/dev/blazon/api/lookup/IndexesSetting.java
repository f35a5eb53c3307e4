package dev.blazon.api.lookup;

import dev.blazon.api.pypi.Index;
import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Secret;
import dev.blazon.service.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code BLAZON_INDEXES} ({@code name=address,name=address}) and, for each name, the optional
 * credentials {@code BLAZON_INDEX_NAME_TOKEN}, or {@code BLAZON_INDEX_NAME_USER} and {@code
 * BLAZON_INDEX_NAME_PASSWORD}.
 */
final class IndexesSetting {

  private static final String VARIABLE = "BLAZON_INDEXES";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  private IndexesSetting() {}

  static List<Index> read(Settings settings) {
    String text =
        settings.text(VARIABLE, "further indexes: name=https://…,name=https://…").orElse("");
    List<Index> indexes = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      if (!entry.isBlank()) {
        indexes.add(index(entry.strip(), text, settings));
      }
    }
    return List.copyOf(indexes);
  }

  private static Index index(String entry, String text, Settings settings) {
    int equals = entry.indexOf('=');
    String name = equals < 0 ? "" : entry.substring(0, equals).strip();
    if (!NAME.matcher(name).matches()) {
      throw new InvalidSettingException(
          VARIABLE, text, "each needs a name of small letters, digits and -, and =");
    }
    return new Index(
        name, address(entry.substring(equals + 1).strip()), authorization(name, settings));
  }

  /** Applies the same rules as to any other address. */
  private static URI address(String text) {
    return new Settings(Map.of(VARIABLE, text)).url(VARIABLE, "http://none.invalid", "");
  }

  private static Optional<String> authorization(String name, Settings settings) {
    String prefix = "BLAZON_INDEX_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
    Optional<Secret> token = settings.secret(prefix + "TOKEN", "a bearer token for index " + name);
    Optional<String> user = settings.text(prefix + "USER", "a user for index " + name);
    Optional<Secret> password = settings.secret(prefix + "PASSWORD", "the password for it");
    return token
        .map(secret -> "Bearer " + secret.reveal())
        .or(
            () ->
                user.map(
                    login ->
                        "Basic " + base64(login + ":" + password.map(Secret::reveal).orElse(""))));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
