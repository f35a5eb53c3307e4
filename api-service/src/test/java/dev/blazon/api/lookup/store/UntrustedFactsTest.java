package dev.blazon.api.lookup.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ProjectReader;
import dev.blazon.api.pypi.Release;
import dev.blazon.api.pypi.ReleaseFile;
import dev.blazon.corpus.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bytes of a store that others may have written. Whatever they are, the codecs answer with facts,
 * with nothing, or with {@link InvalidFactException}, and allocate little.
 */
class UntrustedFactsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  /** A few times what a value may inflate to; a bomb of 130 KB would take 128 MB. */
  private static final long MUCH = 16L << 20;

  private static final int HEADER = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final CachedFactCodec<Project> PROJECTS =
      new CachedFactCodec<>(new ProjectCodec());
  private static final List<CachedFactCodec<?>> CODECS =
      List.of(PROJECTS, new CachedFactCodec<>(new EndpointCodec()));

  @Property(tries = 500)
  void any_bytes_are_refused(@ForAll @Size(max = 2_000) byte[] bytes) {
    CODECS.forEach(codec -> staysSmall(codec, bytes));
  }

  /** The checksum is right: whoever can write into Redis can compute it. */
  @Property(tries = 1_000)
  void any_content_is_read_or_refused(@ForAll @Size(max = 2_000) byte[] content) {
    CODECS.forEach(codec -> staysSmall(codec, forged(codec, content)));
  }

  @Property(tries = 1_000)
  void changed_facts_are_read_or_refused(
      @ForAll @IntRange(max = 100_000) int at, @ForAll @Size(max = 8) byte[] change) {
    byte[] content = content();
    int from = at % content.length;
    System.arraycopy(change, 0, content, from, Math.min(change.length, content.length - from));
    staysSmall(PROJECTS, forged(PROJECTS, content));
  }

  @Property(tries = 300)
  void damaged_values_are_refused(
      @ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
    byte[] bytes = encoded();
    int changed = at % bytes.length;
    bytes[changed] ^= (byte) change;
    if (changed == 0) {
      staysSmall(PROJECTS, bytes); // Another schema, which is no damage.
    } else {
      assertThrows(InvalidFactException.class, () -> PROJECTS.decode(bytes));
    }
  }

  @Property(tries = 300)
  void truncated_values_are_refused(@ForAll @IntRange(max = 10_000) int length) {
    byte[] bytes = encoded();
    byte[] cut = Arrays.copyOf(bytes, length % bytes.length);
    assertThrows(InvalidFactException.class, () -> PROJECTS.decode(cut));
    byte[] content = content();
    byte[] cutContent = forged(PROJECTS, Arrays.copyOf(content, length % content.length));
    assertThrows(InvalidFactException.class, () -> PROJECTS.decode(cutContent));
  }

  /** Every count and length of a project in turn claims more than there is. */
  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -2, 1 << 28, 200_000})
  void a_count_is_not_believed(int count) {
    byte[] content = content();
    for (int at = 0; at + Integer.BYTES <= content.length; at++) {
      byte[] changed = content.clone();
      ByteBuffer.wrap(changed).putInt(at, count);
      staysSmall(PROJECTS, forged(PROJECTS, changed));
    }
  }

  @Test
  void a_bomb_is_refused_before_it_has_unfolded() {
    byte[] bomb = forged(PROJECTS, new byte[128 << 20]);
    assertTrue(bomb.length < CachedFactCodec.MAX_BYTES, bomb.length + " bytes");
    long before = allocated();
    assertThrows(InvalidFactException.class, () -> PROJECTS.decode(bomb));
    assertTrue(allocated() - before < 4L * CachedFactCodec.MAX_INFLATED);
  }

  @Test
  void the_count_of_a_bomb_of_empty_texts_is_refused() throws IOException {
    byte[] content = content();
    byte[] many = Arrays.copyOf(content, CachedFactCodec.MAX_INFLATED);
    for (int at = 0; at + Integer.BYTES <= content.length; at++) {
      byte[] changed = many.clone();
      ByteBuffer.wrap(changed).putInt(at, Integer.MAX_VALUE);
      staysSmall(PROJECTS, forged(PROJECTS, changed));
    }
  }

  @Test
  void a_value_that_is_too_longeris_neither_written_nor_read() {
    byte[] longer = Arrays.copyOf(encoded(), CachedFactCodec.MAX_BYTES + 1);
    assertThrows(InvalidFactException.class, () -> PROJECTS.decode(longer));
    List<String> classifiers = Collections.nCopies(400, "é".repeat(5_000));
    assertEquals(Optional.empty(), PROJECTS.encode(cached(project(classifiers))));
  }

  @Test
  void an_entity_tag_that_cannot_be_sent_is_neither_written_nor_read() throws Exception {
    CachedFact<Project> strange =
        CachedFact.until(Optional.empty(), NOW, NOW, Optional.of("\"a\"\r\nHost: evil"));
    assertEquals(
        Optional.empty(),
        PROJECTS.decode(PROJECTS.encode(strange).orElseThrow()).orElseThrow().etag());
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(content);
    out.writeLong(0);
    out.writeLong(0);
    out.writeUTF("\"a\"\r\nHost: evil");
    out.writeBoolean(false);
    byte[] value = forged(PROJECTS, content.toByteArray());
    assertThrows(InvalidFactException.class, () -> PROJECTS.decode(value));
  }

  /** A release of a far future has no number of milliseconds. */
  @Test
  void any_time_of_an_upload_is_written() {
    for (Instant time : List.of(Instant.MAX, Instant.MIN)) {
      Release release =
          new Release("1.0", Optional.of(time), Optional.empty(), Optional.empty(), List.of());
      assertTrue(PROJECTS.encode(cached(project(release, List.of()))).isPresent());
    }
  }

  @Test
  void the_largest_documents_are_stored_with_room_to_spare() throws Exception {
    for (Path file : Corpus.documents("pypi-json", ".json")) {
      ProjectReader reader = new ProjectReader("x", false);
      byte[] document = Files.readAllBytes(file);
      reader.feed(document, 0, document.length);
      CachedFact<Project> facts = cached(reader.finish());
      byte[] bytes = PROJECTS.encode(facts).orElseThrow();
      assertTrue(bytes.length < CachedFactCodec.MAX_BYTES / 32, file + ": " + bytes.length);
      assertEquals(
          facts.value().map(Project::files),
          PROJECTS.decode(bytes).flatMap(CachedFact::value).map(Project::files));
    }
    EndpointDocument logo =
        new EndpointDocument(
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.of("\uffff".repeat(64 * 1024)),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty());
    CachedFactCodec<EndpointDocument> endpoints = new CachedFactCodec<>(new EndpointCodec());
    CachedFact<EndpointDocument> cached =
        CachedFact.until(Optional.of(logo), NOW, NOW, Optional.empty());
    assertEquals(Optional.of(cached), endpoints.decode(endpoints.encode(cached).orElseThrow()));
  }

  private static void staysSmall(CachedFactCodec<?> codec, byte[] bytes) {
    long before = allocated();
    try {
      codec.decode(bytes);
    } catch (InvalidFactException e) {
      assertTrue(e.getMessage().length() < 200, e.getMessage());
    }
    long taken = allocated() - before;
    assertTrue(taken < MUCH, taken + " bytes were allocated");
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** A value with any content, a right checksum, and the codec's schema. */
  private static byte[] forged(CachedFactCodec<?> codec, byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    CRC32 checksum = new CRC32();
    checksum.update(packed.toByteArray());
    byte schema = (byte) (codec == PROJECTS ? new ProjectCodec().schema() : 1);
    return ByteBuffer.allocate(HEADER + packed.size())
        .put(schema)
        .putInt((int) checksum.getValue())
        .put(packed.toByteArray())
        .array();
  }

  private static byte[] encoded() {
    return PROJECTS.encode(cached(project(List.of("Typing :: Typed")))).orElseThrow();
  }

  /** What {@link #encoded} has before it is deflated. */
  private static byte[] content() {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(NOW.toEpochMilli());
      out.writeLong(NOW.toEpochMilli());
      out.writeUTF("\"etag\"");
      out.writeBoolean(true);
      new ProjectCodec().write(project(List.of("Typing :: Typed")), out);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CachedFact<Project> cached(Project project) {
    return CachedFact.until(Optional.of(project), NOW, NOW, Optional.of("\"etag\""));
  }

  private static Project project(List<String> classifiers) {
    List<ReleaseFile> files = List.of(new ReleaseFile("sdist", "demo-1.0.tar.gz", 1_000));
    Release release =
        new Release("1.0", Optional.of(NOW), Optional.of(""), Optional.of(">=3.8"), files);
    return project(release, classifiers);
  }

  private static Project project(Release release, List<String> classifiers) {
    return new Project(
        "Demo",
        release,
        Optional.of(release),
        7,
        Optional.of("MIT"),
        Optional.of("MIT"),
        classifiers,
        Optional.of(3),
        2,
        Optional.of(List.of("PYSEC-1")),
        Optional.of(2),
        Optional.of("active"));
  }
}
