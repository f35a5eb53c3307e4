package dev.blazon.api.lookup.store;

import dev.blazon.api.pypi.About;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.Release;
import dev.blazon.api.pypi.ReleaseFile;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Encodes a project as bytes. */
public final class ProjectCodec implements FactCodec<Project> {

  /** Stands for a count that the index does not give. */
  private static final int UNKNOWN = -1;

  private static final Instant END_OF_ERA = Instant.parse("9999-12-31T00:00:00Z");

  @Override
  public int schema() {
    return 3;
  }

  @Override
  public void write(Project project, DataOutput out) throws IOException {
    FactText.write(project.name(), out);
    writeRelease(project.release(), out);
    out.writeBoolean(project.prerelease().isPresent());
    if (project.prerelease().isPresent()) {
      writeRelease(project.prerelease().get(), out);
    }
    out.writeInt(project.releaseCount());
    FactText.write(project.license(), out);
    FactText.write(project.licenseExpression(), out);
    FactText.write(project.classifiers(), out);
    out.writeInt(project.dependencies().orElse(UNKNOWN));
    out.writeInt(project.extras());
    out.writeBoolean(project.vulnerabilities().isPresent());
    if (project.vulnerabilities().isPresent()) {
      FactText.write(project.vulnerabilities().get(), out);
    }
    out.writeInt(project.maintainers().orElse(UNKNOWN));
    FactText.write(project.status(), out);
    writeAbout(project.about(), out);
  }

  @Override
  public Project read(DataInput in) throws IOException {
    return new Project(
        FactText.read(in),
        readRelease(in),
        in.readBoolean() ? Optional.of(readRelease(in)) : Optional.empty(),
        FactText.readCount(in, Integer.MAX_VALUE),
        FactText.readOptional(in),
        FactText.readOptional(in),
        FactText.readList(in, Project.MAX_CLASSIFIERS),
        readCount(in),
        FactText.readCount(in, Integer.MAX_VALUE),
        in.readBoolean()
            ? Optional.of(FactText.readList(in, Project.MAX_VULNERABILITIES))
            : Optional.empty(),
        readCount(in),
        FactText.readOptional(in),
        readAbout(in));
  }

  private static void writeAbout(About about, DataOutput out) throws IOException {
    FactText.write(about.summary(), out);
    FactText.write(about.author(), out);
    FactText.write(about.maintainer(), out);
    out.writeInt(about.links().size());
    for (About.Link link : about.links()) {
      FactText.write(link.name(), out);
      FactText.write(link.address(), out);
    }
  }

  private static About readAbout(DataInput in) throws IOException {
    Optional<String> summary = FactText.readOptional(in);
    Optional<String> author = FactText.readOptional(in);
    Optional<String> maintainer = FactText.readOptional(in);
    int count = FactText.readCount(in, About.MAX_LINKS);
    List<About.Link> links = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      About.Link link = new About.Link(FactText.read(in), FactText.read(in));
      if (!About.Link.isWeb(link.address())) {
        throw new IOException("an address that is none of the web");
      }
      links.add(link);
    }
    return new About(summary, author, maintainer, links);
  }

  private static Optional<Integer> readCount(DataInput in) throws IOException {
    int count = in.readInt();
    if (count < UNKNOWN) {
      throw new IOException("a count of " + count);
    }
    return Optional.of(count).filter(known -> known != UNKNOWN);
  }

  private static void writeRelease(Release release, DataOutput out) throws IOException {
    FactText.write(release.version(), out);
    out.writeLong(
        release
            .uploaded()
            .filter(ProjectCodec::isThisEra)
            .map(Instant::toEpochMilli)
            .orElse(Long.MIN_VALUE));
    FactText.write(release.yankedReason(), out);
    FactText.write(release.requiresPython(), out);
    out.writeInt(release.files().size());
    for (ReleaseFile file : release.files()) {
      FactText.write(file.packageType(), out);
      FactText.write(file.filename(), out);
      out.writeLong(file.size());
    }
  }

  /** A document may name any time; one too far away has no number of milliseconds. */
  private static boolean isThisEra(Instant time) {
    return time.isAfter(Instant.EPOCH) && time.isBefore(END_OF_ERA);
  }

  private static Release readRelease(DataInput in) throws IOException {
    String version = FactText.read(in);
    long uploaded = in.readLong();
    Optional<String> yankedReason = FactText.readOptional(in);
    Optional<String> requiresPython = FactText.readOptional(in);
    int count = FactText.readCount(in, Release.MAX_FILES);
    List<ReleaseFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(new ReleaseFile(FactText.read(in), FactText.read(in), FactText.readAmount(in)));
    }
    return new Release(
        version,
        uploaded == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(uploaded)),
        yankedReason,
        requiresPython,
        files);
  }
}
