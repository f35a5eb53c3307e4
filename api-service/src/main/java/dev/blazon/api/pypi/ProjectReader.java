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
 * Reads the document of PyPI's JSON API ({@code /pypi/{project}/json}, {@code
 * /pypi/{project}/{version}/json}) into a {@link Project} while it arrives; its fields may have any
 * order. Only an {@code info} object is required: any other value may be missing, null or of the
 * wrong type, and the shield that shows it copes with that. A missing version becomes an empty
 * text.
 */
public final class ProjectReader implements DocumentReader<Project> {

  private final String fallbackName;
  private final boolean oneVersion;
  private final ReleasesPart releases = new ReleasesPart();
  private final InfoPart info = new InfoPart(releases::keep);
  private final FilesPart urls = new FilesPart("", () -> {});
  private Optional<List<String>> vulnerabilities = Optional.empty();
  private final Set<String> maintainers = new HashSet<>();
  private Optional<String> status = Optional.empty();
  private boolean hasInfo;
  private final JsonDocument document = new JsonDocument(new RootPart());

  /**
   * Creates a reader of one document.
   *
   * @param name the project's name if the document has none
   * @param oneVersion whether the document was requested for one version, which is then shown even
   *     if it is yanked
   */
  public ProjectReader(String name, boolean oneVersion) {
    this.fallbackName = name;
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
        info.name().orElse(fallbackName),
        shown,
        oneVersion ? Optional.empty() : prereleaseAfter(shown),
        Math.max(releases.count(), shown.files().isEmpty() ? 0 : 1),
        info.license(),
        info.licenseExpression(),
        info.classifiers(),
        info.hasRequirements() ? Optional.of(requirements.distributions()) : Optional.empty(),
        requirements.extras(),
        vulnerabilities,
        maintainers.isEmpty() ? Optional.empty() : Optional.of(maintainers.size()),
        info.status().or(() -> status),
        info.about());
  }

  private Release shownRelease() {
    Release chosen = indexChoice();
    if (oneVersion || !(chosen.isYanked() || chosen.version().isEmpty())) {
      return chosen;
    }
    return releases.newestFinal().or(releases::newestPrerelease).orElse(chosen);
  }

  /** The release that the index puts first. */
  private Release indexChoice() {
    Release files =
        urls.hasFiles() ? urls.release() : releases.requested().orElseGet(urls::release);
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
