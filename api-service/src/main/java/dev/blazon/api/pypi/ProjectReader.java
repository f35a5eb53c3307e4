package dev.blazon.api.pypi;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import dev.blazon.upstream.JsonDocument;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Translates the document of PyPI's JSON API ({@code /pypi/{project}/json}, {@code
 * /pypi/{project}/{version}/json}) into a {@link Project} while it arrives, in any order of its
 * fields. Only an {@code info} object is demanded: any other fact that is missing, null or of the
 * wrong type is the trouble of the shield that shows it. A version that is missing is an empty
 * text.
 */
public final class ProjectReader implements DocumentReader<Project> {

  private final String askedName;
  private final boolean oneVersion;
  private final ReleasesPart releases = new ReleasesPart();
  private final InfoPart info = new InfoPart(releases::want);
  private final FilesPart urls = new FilesPart("", () -> {});
  private Optional<List<String>> vulnerabilities = Optional.empty();
  private final Set<String> maintainers = new HashSet<>();
  private Optional<String> status = Optional.empty();
  private boolean hasInfo;
  private final JsonDocument document = new JsonDocument(new RootPart());

  /**
   * Begins a document.
   *
   * @param name stands in for a name that the document lacks
   * @param oneVersion whether the document was asked for one version, which then is shown whatever
   *     is wrong with it
   */
  public ProjectReader(String name, boolean oneVersion) {
    this.askedName = name;
    this.oneVersion = oneVersion;
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    document.feed(bytes, offset, length);
  }

  @Override
  public Project finish() throws InvalidDocumentException {
    document.finish();
    if (!hasInfo) {
      throw new InvalidDocumentException("no info");
    }
    Release shown = shownRelease();
    Requirements requirements = info.requirements();
    return new Project(
        info.name().orElse(askedName),
        shown,
        oneVersion ? Optional.empty() : prereleaseAfter(shown),
        Math.max(releases.count(), shown.files().isEmpty() ? 0 : 1),
        info.license(),
        info.licenseExpression(),
        info.classifiers(),
        info.saysRequirements() ? Optional.of(requirements.distributions()) : Optional.empty(),
        requirements.extras(),
        vulnerabilities,
        maintainers.isEmpty() ? Optional.empty() : Optional.of(maintainers.size()),
        info.status().or(() -> status));
  }

  private Release shownRelease() {
    Release chosen = indexChoice();
    if (oneVersion || !(chosen.isYanked() || chosen.version().isEmpty())) {
      return chosen;
    }
    return releases.newestFinal().or(releases::newestPrerelease).orElse(chosen);
  }

  /** The release that the index itself puts first. */
  private Release indexChoice() {
    Release files = urls.hasFiles() ? urls.release() : releases.wanted().orElseGet(urls::release);
    return new Release(
        info.version().orElse(""),
        files.uploaded(),
        info.yankedReason().or(files::yankedReason),
        info.requiresPython().or(files::requiresPython),
        files.files());
  }

  private Optional<Release> prereleaseAfter(Release shown) {
    return releases
        .newestPrerelease()
        .filter(
            release -> VersionOrder.OLDEST_FIRST.compare(release.version(), shown.version()) > 0);
  }

  private final class RootPart implements JsonPart {

    @Override
    public JsonPart part(String field) {
      return switch (field) {
        case "info" -> {
          hasInfo = true;
          yield info;
        }
        case "releases" -> releases;
        case "urls" -> urls;
        case "vulnerabilities" -> {
          List<String> ids = new ArrayList<>();
          vulnerabilities = Optional.of(ids);
          yield new VulnerabilitiesPart(ids);
        }
        case "ownership" -> new OwnershipPart(maintainers);
        case "project-status", "project_status" -> new StatusPart(text -> status = text);
        default -> SKIPPED;
      };
    }

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      if (field.equals("project-status") || field.equals("project_status")) {
        status = JsonPart.text(parser);
      }
    }
  }
}
