package dev.blazon.api.lookup.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.Release;
import dev.blazon.api.pypi.ReleaseFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CachedFactCodecTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private final CachedFactCodec<Project> projects = new CachedFactCodec<>(new ProjectCodec());

  @Test
  void a_project_comes_back_as_it_was_and_takes_little_room() throws InvalidFactException {
    List<ReleaseFile> files =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    new ReleaseFile(
                        "bdist_wheel", "demo-1.0-cp3" + i + "-cp3" + i + "-linux_x86_64.whl", i))
            .toList();
    CachedFact<Project> cached = cached(project("MIT", files));
    byte[] bytes = projects.encode(cached).orElseThrow();
    assertEquals(Optional.of(cached), projects.decode(bytes));
    assertTrue(bytes.length < 1_024, bytes.length + " bytes");
  }

  @Test
  void a_missing_value_comes_back_as_missing() throws InvalidFactException {
    CachedFact<Project> missing =
        CachedFact.until(Optional.empty(), NOW, NOW.plusSeconds(60), Optional.empty());
    assertEquals(Optional.of(missing), projects.decode(projects.encode(missing).orElseThrow()));
  }

  @Test
  void an_endpoint_document_comes_back_as_it_was() throws InvalidFactException {
    EndpointDocument document =
        new EndpointDocument(
            "",
            "Ruff \uD83D\uDC15",
            Optional.of("#261230"),
            Optional.empty(),
            true,
            Optional.of("python"),
            Optional.of("<svg>" + "é".repeat(30_000)),
            Optional.empty(),
            OptionalInt.of(10),
            Optional.of("auto"),
            Optional.of("flat"),
            OptionalLong.of(300));
    CachedFactCodec<EndpointDocument> codec = new CachedFactCodec<>(new EndpointCodec());
    CachedFact<EndpointDocument> cached =
        CachedFact.until(Optional.of(document), NOW, NOW.plusSeconds(300), Optional.of("\"x\""));
    assertEquals(Optional.of(cached), codec.decode(codec.encode(cached).orElseThrow()));
  }

  @Property(tries = 200)
  void any_text_comes_back_as_it_was(@ForAll String license) throws InvalidFactException {
    String text = new String(license.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    CachedFact<Project> cached = cached(project(text, List.of()));
    assertEquals(Optional.of(cached), projects.decode(projects.encode(cached).orElseThrow()));
  }

  private static CachedFact<Project> cached(Project project) {
    return CachedFact.until(
        Optional.of(project), NOW, NOW.plusSeconds(600), Optional.of("\"etag\""));
  }

  private static Project project(String license, List<ReleaseFile> files) {
    Release release =
        new Release("1.0", Optional.of(NOW), Optional.of(""), Optional.of(">=3.8"), files);
    return new Project(
        "Demo",
        release,
        Optional.of(release),
        7,
        Optional.of(license),
        Optional.of("MIT"),
        List.of("Typing :: Typed"),
        Optional.of(3),
        2,
        Optional.of(List.of("PYSEC-1")),
        Optional.of(2),
        Optional.of("active"));
  }
}
