package dev.blazon.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.api.pypi.About;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.Release;
import dev.blazon.api.pypi.ReleaseFile;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.ProjectShield;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.shield.Wording;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes what PyPI knows about a project: its facts, and what each shield says about them. */
final class FactsText {

  private final ShieldCatalog catalog;

  FactsText(ShieldCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Writes the fields {@code facts} and {@code shields}.
   *
   * @param project empty: PyPI does not say
   */
  void write(JsonGenerator json, Optional<Project> project) throws IOException {
    if (project.isEmpty()) {
      json.writeNullField("facts");
      json.writeNullField("shields");
      return;
    }
    json.writeObjectFieldStart("facts");
    writeFacts(json, project.get());
    json.writeEndObject();
    json.writeObjectFieldStart("shields");
    for (Shield<?> shield : catalog.all()) {
      if (shield instanceof ProjectShield ofProject) {
        json.writeObjectFieldStart(shield.description().id());
        writeContent(json, ofProject.content(project.get(), Wording.PYPIP_IN));
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private static void writeContent(JsonGenerator json, Content content) throws IOException {
    json.writeStringField("label", content.label());
    json.writeStringField("message", content.message());
    json.writeStringField("color", content.color().name());
  }

  private static void writeFacts(JsonGenerator json, Project project) throws IOException {
    Release release = project.release();
    About about = project.about();
    json.writeStringField("name", project.name());
    json.writeStringField("version", project.version());
    writeText(json, "released", release.uploaded().map(Object::toString));
    writeText(json, "prerelease", project.prerelease().map(Release::version));
    json.writeBooleanField("yanked", release.isYanked());
    writeText(json, "yanked_reason", release.yankedReason().filter(why -> !why.isEmpty()));
    writeText(json, "summary", about.summary());
    writeText(json, "author", about.author());
    writeText(json, "maintainer", about.maintainer());
    json.writeArrayFieldStart("links");
    for (About.Link link : about.links()) {
      json.writeStartObject();
      json.writeStringField("name", link.name());
      json.writeStringField("url", link.address());
      json.writeEndObject();
    }
    json.writeEndArray();
    writeText(json, "license", project.license());
    writeText(json, "license_expression", project.licenseExpression());
    writeText(json, "requires_python", release.requiresPython());
    writeTexts(json, "classifiers", project.classifiers());
    json.writeNumberField("releases", project.releaseCount());
    json.writeNumberField("files", project.files().size());
    json.writeNumberField("bytes", project.files().stream().mapToLong(ReleaseFile::size).sum());
    writeNumber(json, "dependencies", project.dependencies());
    json.writeNumberField("extras", project.extras());
    writeNumber(json, "maintainers", project.maintainers());
    writeText(json, "status", project.status());
    if (project.vulnerabilities().isPresent()) {
      writeTexts(json, "vulnerabilities", project.vulnerabilities().get());
    } else {
      json.writeNullField("vulnerabilities");
    }
  }

  private static void writeText(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    } else {
      json.writeNullField(name);
    }
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** A number that the index may not give. */
  private static void writeNumber(JsonGenerator json, String name, Optional<Integer> number)
      throws IOException {
    if (number.isPresent()) {
      json.writeNumberField(name, number.get());
    } else {
      json.writeNullField(name);
    }
  }
}
