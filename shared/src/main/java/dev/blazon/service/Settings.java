package dev.blazon.service;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads typed configuration from {@code BLAZON_*} environment variables, and records every variable
 * that is read, so that the same declarations print the help.
 *
 * <p>Every method throws {@link InvalidSettingException} with one clear line if the value is
 * invalid. An empty variable counts as not set.
 */
public final class Settings {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(b|kb|mb|gb)?");

  /** Ends the name of a variable that names a file with a secret. */
  private static final String FILE_SUFFIX = "_FILE";

  /** The longest file with a secret, in bytes: more than any key has. */
  private static final long LONGEST_SECRET = 64 << 10;

  private final Map<String, String> environment;
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Set<String> secrets = new HashSet<>();
  private final Map<String, String> former = new LinkedHashMap<>();

  /**
   * One documented variable.
   *
   * @param name for example {@code BLAZON_PORT}
   * @param fallback the default value, spelled as in the environment, or {@code none}
   * @param meaning one line for the help
   */
  public record Variable(String name, String fallback, String meaning) {}

  /**
   * What holds for a variable, as an operator may see it.
   *
   * @param value the value that was set, or else the default; of a secret and of an address with a
   *     password only an ellipsis
   * @param isSet whether it was set
   */
  public record Shown(String name, String value, boolean isSet, String meaning) {}

  public Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The variables read so far, in order, each listed once. */
  public List<Variable> variables() {
    return List.copyOf(variables.values());
  }

  /** The names that are read: those so far, the files of secrets, and former names. */
  Set<String> names() {
    Set<String> names = new HashSet<>(variables.keySet());
    secrets.forEach(secret -> names.add(secret + FILE_SUFFIX));
    names.addAll(former.keySet());
    return names;
  }

  /**
   * Reads a variable also by a name that it had before. Call it before the variable is read. The
   * present name wins.
   */
  public Settings renamed(String formerName, String name) {
    former.put(formerName, name);
    return this;
  }

  /** A line for each variable that was set by its former name. */
  public List<String> warnings() {
    return former.entrySet().stream()
        .filter(entry -> isSet(entry.getKey()))
        .map(entry -> entry.getKey() + " is now called " + entry.getValue())
        .toList();
  }

  private boolean isSet(String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  /** What holds for each variable read so far, without what is secret, in order. */
  public List<Shown> shown() {
    return variables.values().stream().map(this::shown).toList();
  }

  private Shown shown(Variable variable) {
    String name = variable.name();
    Optional<String> set = value(name);
    if (secrets.contains(name)) {
      boolean isSet = set.isPresent() || value(name + FILE_SUFFIX).isPresent();
      return new Shown(
          name, isSet ? Secret.HIDDEN : variable.fallback(), isSet, variable.meaning());
    }
    return new Shown(
        name,
        set.map(InvalidSettingException::withoutSecrets).orElse(variable.fallback()),
        set.isPresent(),
        variable.meaning());
  }

  public String text(String name, String fallback, String meaning) {
    return read(name, fallback, meaning, Function.identity());
  }

  public Optional<String> text(String name, String meaning) {
    variables.putIfAbsent(name, new Variable(name, "none", meaning));
    return value(name);
  }

  /**
   * A password, a token or a key; empty if not set. See {@link #secret(String, String, Function)}.
   */
  public Optional<Secret> secret(String name, String meaning) {
    return secret(name, meaning, Function.identity()).map(Secret::new);
  }

  /**
   * A secret of a form that {@code parse} knows; empty if not set. It may stand in a file that the
   * variable {@code …_FILE} names, as container orchestrators hand secrets over; a line break at
   * its end is left out. It appears in no message.
   *
   * @param parse throws {@link IllegalArgumentException} for a text of another form
   */
  public <T> Optional<T> secret(String name, String meaning, Function<String, T> parse) {
    variables.putIfAbsent(
        name, new Variable(name, "none", meaning + "; " + name + FILE_SUFFIX + ": a file with it"));
    secrets.add(name);
    Optional<String> given = value(name);
    Optional<String> file = value(name + FILE_SUFFIX);
    if (given.isPresent() && file.isPresent()) {
      throw new InvalidSettingException(
          name + FILE_SUFFIX, file.get(), "only one of it and " + name + " may be set");
    }
    return given
        .or(() -> file.map(path -> content(name + FILE_SUFFIX, path)))
        .map(
            secret -> {
              try {
                return parse.apply(secret);
              } catch (IllegalArgumentException e) {
                throw new InvalidSettingException(name, Secret.HIDDEN, e.getMessage());
              }
            });
  }

  private static String content(String name, String path) {
    try {
      Path file = Path.of(path);
      // No pipe and no device, and not more than a secret can have.
      if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_SECRET) {
        String content = Files.readString(file).strip();
        if (!content.isEmpty()) {
          return content;
        }
      }
    } catch (IOException | InvalidPathException e) {
      // Refused below, like a file with nothing in it.
    }
    throw new InvalidSettingException(name, path, "not a file that can be read and has a secret");
  }

  /** A text of a form that {@code parse} knows; it throws for another. */
  public <T> T parsed(
      String name, T fallback, String shown, String meaning, Function<String, T> parse) {
    return parsed(name, shown, meaning, parse).orElse(fallback);
  }

  /**
   * A text of a form that {@code parse} knows; empty if not set.
   *
   * @param shown what holds when it is not set, for the help
   * @param parse throws {@link IllegalArgumentException} for a text of another form; the message
   *     says what is needed, and does not repeat the text, which may have a password
   */
  public <T> Optional<T> parsed(
      String name, String shown, String meaning, Function<String, T> parse) {
    variables.putIfAbsent(name, new Variable(name, shown, meaning));
    return value(name).map(value -> checked(name, value, parse));
  }

  /** One of an enum's constants, in upper or lower case, with dashes for underscores. */
  public <E extends Enum<E>> E choice(String name, E fallback, String meaning) {
    List<E> all = List.of(fallback.getDeclaringClass().getEnumConstants());
    String words = String.join(", ", all.stream().map(Settings::word).toList());
    return read(
        name,
        word(fallback),
        meaning + ": " + words,
        value ->
            all.stream()
                .filter(one -> word(one).equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + words + " is needed")));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A whole number between two bounds, both included. */
  public int integer(String name, int fallback, int least, int most, String meaning) {
    return integer(name, fallback, Integer.toString(fallback), least, most, meaning);
  }

  /**
   * The same, with a default that depends on the machine.
   *
   * @param shown the default in words, for the help
   */
  public int integer(String name, int fallback, String shown, int least, int most, String meaning) {
    return read(
        name,
        Integer.toString(fallback),
        shown,
        meaning,
        value -> {
          try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
              return number;
            }
          } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
          }
          throw new IllegalArgumentException(
              "a whole number from " + least + " to " + most + " is needed");
        });
  }

  /** A TCP port; 0 lets the system choose. */
  public int port(String name, int fallback, String meaning) {
    return integer(name, fallback, 0, 65_535, meaning);
  }

  /** A length of time such as {@code 250ms}, {@code 10s}, {@code 5m}, {@code 24h}, {@code 7d}. */
  public Duration duration(String name, String fallback, String meaning) {
    return read(name, fallback, meaning, Settings::parseDuration);
  }

  /**
   * As {@link #duration(String, String, String)}, but refuses values longer than {@code longest}.
   */
  public Duration duration(String name, String fallback, Duration longest, String meaning) {
    return read(
        name,
        fallback,
        meaning,
        value -> {
          Duration duration = parseDuration(value);
          if (duration.compareTo(longest) > 0) {
            throw new IllegalArgumentException(longest.toSeconds() + "s at most");
          }
          return duration;
        });
  }

  /** A size such as {@code 64kb}, {@code 256mb} or {@code 1gb} (powers of 1024), in bytes. */
  public long bytes(String name, String fallback, String meaning) {
    return read(name, fallback, meaning, Settings::parseBytes);
  }

  /** As {@link #bytes(String, String, String)}, but refuses sizes below {@code least}. */
  public long bytes(String name, String fallback, long least, String meaning) {
    return read(
        name,
        fallback,
        meaning,
        value -> {
          long bytes = parseBytes(value);
          if (bytes < least) {
            throw new IllegalArgumentException(
                "at least " + ((least + 1023) >> 10) + "kb is needed");
          }
          return bytes;
        });
  }

  /** An http or https URL without query or fragment; a trailing slash is removed. */
  public URI url(String name, String fallback, String meaning) {
    return read(name, fallback, meaning, Settings::parseUrl);
  }

  /** Comma-separated http or https URLs; empty if not set. */
  public List<URI> urls(String name, String meaning) {
    return text(name, meaning)
        .map(
            value ->
                List.of(value.split(",")).stream()
                    .map(part -> checked(name, part.strip(), Settings::parseUrl))
                    .toList())
        .orElse(List.of());
  }

  /**
   * A path, with a default that depends on the machine.
   *
   * @param shown the default in words, for the help
   */
  public Path path(String name, Path fallback, String shown, String meaning) {
    return read(
        name,
        fallback.toString(),
        shown,
        meaning,
        value -> {
          try {
            return Path.of(value);
          } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path", e);
          }
        });
  }

  private Optional<String> value(String name) {
    return Stream.concat(
            Stream.of(name),
            former.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey))
        .filter(this::isSet)
        .findFirst()
        .map(one -> environment.get(one).strip());
  }

  private <T> T read(String name, String fallback, String meaning, Function<String, T> parse) {
    return read(name, fallback, fallback, meaning, parse);
  }

  private <T> T read(
      String name, String fallback, String shown, String meaning, Function<String, T> parse) {
    variables.putIfAbsent(name, new Variable(name, shown, meaning));
    return checked(name, value(name).orElse(fallback), parse);
  }

  private static <T> T checked(String name, String value, Function<String, T> parse) {
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(name, value, e.getMessage());
    }
  }

  private static Duration parseDuration(String value) {
    Matcher matcher = DURATION.matcher(value.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a duration such as 500ms, 10s, 5m, 24h or 7d is needed");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private static long parseBytes(String value) {
    Matcher matcher = SIZE.matcher(value.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a size such as 64kb, 256mb or 1gb is needed");
    }
    long number = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? "b" : matcher.group(2);
    return switch (unit) {
      case "kb" -> number << 10;
      case "mb" -> number << 20;
      case "gb" -> number << 30;
      default -> number;
    };
  }

  private static URI parseUrl(String value) {
    try {
      URI uri = new URI(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Refused below, like any other value that is not a URL.
    }
    throw new IllegalArgumentException("an http:// or https:// address is needed");
  }
}
