package dev.blazon.api.lookup;

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

/** A project as bytes. */
final class ProjectCodec implements FactCodec<Project> {

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public void write(Project project, DataOutput out) throws IOException {
    writeText(project.name(), out);
    writeRelease(project.release(), out);
    out.writeBoolean(project.prerelease().isPresent());
    if (project.prerelease().isPresent()) {
      writeRelease(project.prerelease().get(), out);
    }
    out.writeInt(project.releaseCount());
    writeOptional(project.license(), out);
    writeOptional(project.licenseExpression(), out);
    writeTexts(project.classifiers(), out);
    out.writeInt(project.dependencies());
    out.writeInt(project.extras());
    writeTexts(project.vulnerabilities(), out);
    out.writeInt(project.maintainers().orElse(-1));
    writeOptional(project.status(), out);
  }

  @Override
  public Project read(DataInput in) throws IOException {
    return new Project(
        in.readUTF(),
        readRelease(in),
        in.readBoolean() ? Optional.of(readRelease(in)) : Optional.empty(),
        in.readInt(),
        readOptional(in),
        readOptional(in),
        readTexts(in),
        in.readInt(),
        in.readInt(),
        readTexts(in),
        Optional.of(in.readInt()).filter(count -> count >= 0),
        readOptional(in));
  }

  private static void writeRelease(Release release, DataOutput out) throws IOException {
    writeText(release.version(), out);
    out.writeLong(release.uploaded().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
    writeOptional(release.yankedReason(), out);
    writeOptional(release.requiresPython(), out);
    out.writeInt(release.files().size());
    for (ReleaseFile file : release.files()) {
      writeText(file.packageType(), out);
      writeText(file.filename(), out);
      out.writeLong(file.size());
    }
  }

  private static Release readRelease(DataInput in) throws IOException {
    String version = in.readUTF();
    long uploaded = in.readLong();
    Optional<String> yankedReason = readOptional(in);
    Optional<String> requiresPython = readOptional(in);
    int count = in.readInt();
    List<ReleaseFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(new ReleaseFile(in.readUTF(), in.readUTF(), in.readLong()));
    }
    return new Release(
        version,
        uploaded == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(uploaded)),
        yankedReason,
        requiresPython,
        files);
  }

  private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      writeText(text, out);
    }
  }

  private static List<String> readTexts(DataInput in) throws IOException {
    int count = in.readInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  private static void writeOptional(Optional<String> text, DataOutput out) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      writeText(text.get(), out);
    }
  }

  private static Optional<String> readOptional(DataInput in) throws IOException {
    return in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty();
  }

  /** The form's own bound is 65,535 bytes; nothing that a badge shows comes near it. */
  private static void writeText(String text, DataOutput out) throws IOException {
    out.writeUTF(text.length() <= 4_096 ? text : text.substring(0, 4_096));
  }
}
