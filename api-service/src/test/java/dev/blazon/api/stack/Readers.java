package dev.blazon.api.stack;

import dev.blazon.api.Documents;
import dev.blazon.api.Svg;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The requests of README readers: of twenty, seventeen are for a badge requested before, two for a
 * new badge of a known project, and one for a badge of a new project.
 *
 * <p>Every project has its own version, so that answers cannot be confused.
 */
final class Readers implements Supplier<SteadyLoad.Question> {

  static final String REPEATED = "repeated";
  static final String NEW_BADGE = "new badge";
  static final String NEW_PROJECT = "new project";

  static final int KNOWN_PROJECTS = 100;
  private static final List<String> FORMATS = List.of("svg", "svg", "png", "json");

  /** The fallback PNG pictures of the API and of Varnish. */
  private static final Set<Buffer> UNAVAILABLE_PNG = Set.of(resource("unavailable.png"));

  private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

  private final StubServer pypi;
  private final List<SteadyLoad.Question> repeated = new ArrayList<>();
  private long turn;
  private int badges;
  private int projects;

  Readers(StubServer pypi) {
    this.pypi = pypi;
    for (int i = 0; i < KNOWN_PROJECTS; i++) {
      String project = newProject();
      for (String format : Set.copyOf(FORMATS)) {
        repeated.add(new Known(version(REPEATED, project, "pypi", format)));
      }
    }
  }

  /** Every badge that is requested repeatedly, once each. */
  List<SteadyLoad.Question> repeated() {
    return List.copyOf(repeated);
  }

  @Override
  public SteadyLoad.Question get() {
    int choice = (int) (turn++ % 20);
    if (choice < 17) {
      return repeated.get((int) (turn * 31 % repeated.size()));
    }
    return choice < 19 ? newBadge() : newProjectsBadge();
  }

  /** A new badge of a known project. */
  SteadyLoad.Question newBadge() {
    String format = FORMATS.get(badges % FORMATS.size());
    return version(NEW_BADGE, "p" + badges % KNOWN_PROJECTS, "n" + badges++, format);
  }

  /** A badge of a new project. */
  SteadyLoad.Question newProjectsBadge() {
    String format = FORMATS.get(projects % FORMATS.size());
    return version(NEW_PROJECT, newProject(), "pypi", format);
  }

  private String newProject() {
    String project = "p" + projects;
    pypi.project(project, Documents.good(project, versionOf(project)));
    projects++;
    return project;
  }

  private static String versionOf(String project) {
    return "7." + project.substring(1);
  }

  private static SteadyLoad.Question version(
      String sort, String project, String label, String format) {
    String query = label.equals("pypi") ? "" : "?label=" + label;
    return new VersionBadge(
        sort,
        "/version/" + project + "/badge." + format + query,
        label,
        versionOf(project),
        format);
  }

  /** Skips the close check of an answer that was right before, if its bytes are the same. */
  private record Known(SteadyLoad.Question question, AtomicReference<Optional<Buffer>> right)
      implements SteadyLoad.Question {

    Known(SteadyLoad.Question question) {
      this(question, new AtomicReference<>(Optional.empty()));
    }

    @Override
    public String sort() {
      return question.sort();
    }

    @Override
    public String uri() {
      return question.uri();
    }

    @Override
    public Verdict judge(int status, Buffer body) {
      if (status == 200 && right.get().filter(body::equals).isPresent()) {
        return Verdict.right("as before");
      }
      Verdict verdict = question.judge(status, body);
      if (verdict.kind() == Verdict.Kind.RIGHT) {
        right.set(Optional.of(body));
      }
      return verdict;
    }
  }

  private record VersionBadge(String sort, String uri, String label, String version, String format)
      implements SteadyLoad.Question {

    @Override
    public Verdict judge(int status, Buffer body) {
      if (format.equals("json")) {
        return json(status, body);
      }
      if (status != 200) {
        return Verdict.broken("status " + status);
      }
      return format.equals("png") ? png(body) : svg(body);
    }

    /** JSON has the real status: 502 to 504 are right when no process knows the fact. */
    private Verdict json(int status, Buffer body) {
      JsonObject json = body.toJsonObject();
      String said = status + " " + json.getString("message");
      if (said.equals("200 " + version)) {
        return Verdict.right(said);
      }
      return status >= 502 && status <= 504 && Boolean.TRUE.equals(json.getBoolean("isError"))
          ? Verdict.honest(said)
          : Verdict.broken(said);
    }

    private Verdict svg(Buffer body) {
      String text = body.toString();
      String said;
      try {
        said = Svg.parse(body.getBytes()).says();
      } catch (AssertionError malformed) {
        return Verdict.broken(malformed.getMessage());
      }
      if (said.equals(label + ": " + version)) {
        return text.contains("<g") ? Verdict.right(said) : Verdict.honest("plain " + said);
      }
      return said.matches(".*: (unavailable|unreachable|slow)")
          ? Verdict.honest(said)
          : Verdict.broken(said);
    }

    private static Verdict png(Buffer body) {
      if (body.length() < 100 || body.getUnsignedInt(0) != 0x89504e47L || !endsWell(body)) {
        return Verdict.broken("no PNG or an incomplete one, " + body.length() + " bytes");
      }
      return UNAVAILABLE_PNG.contains(body) ? Verdict.honest("unavailable") : Verdict.right("png");
    }

    private static boolean endsWell(Buffer body) {
      int end = body.length();
      return Arrays.equals(PNG_END, body.getBytes(end - PNG_END.length, end));
    }
  }

  private static Buffer resource(String name) {
    String path = "/dev/blazon/api/imaging/" + name;
    try (InputStream in = Readers.class.getResourceAsStream(path)) {
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
