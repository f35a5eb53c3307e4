package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.await;
import static dev.blazon.api.lookup.LookupFixture.known;
import static dev.blazon.api.lookup.LookupFixture.name;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.downloads.DownloadCounts;
import dev.blazon.api.testing.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFactStoreTest {

  @TempDir private Path directory;
  private LookupFixture fixture;

  @BeforeEach
  void start() throws TimeoutException {
    fixture = new LookupFixture(directory);
    fixture.stub.downloads("demo", 1, 7, 30);
    known(await(fixture.lookups().find(new DownloadsKey(name("demo")))));
    fixture.restart();
  }

  @AfterEach
  void stop() throws TimeoutException {
    fixture.close();
  }

  @Test
  void writes_one_small_file_and_leaves_no_temporary_one() throws IOException {
    assertEquals(1, files().size());
    assertEquals(true, Files.size(files().get(0)) < 200);
  }

  @Test
  void facts_of_a_damaged_file_are_fetched_again() throws IOException, TimeoutException {
    for (byte[] damaged : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[100_000])) {
      Files.write(files().get(0), damaged);
      assertEquals(
          new DownloadCounts(1, 7, 30),
          known(await(fixture.lookups().find(new DownloadsKey(name("demo"))))).value());
      fixture.restart();
    }
    assertEquals(4, fixture.stub.requests());
  }

  @Test
  void look_ups_work_without_a_usable_folder() throws IOException, TimeoutException {
    Path file = files().get(0);
    Files.delete(file);
    Files.delete(file.getParent());
    Files.delete(directory.resolve("facts"));

    Files.writeString(directory.resolve("facts"), "a file is in the way");
    known(await(fixture.lookups().find(new DownloadsKey(name("demo")))));
    fixture.stub.answerEverything(Behaviour.status(500));
    known(await(fixture.lookups().find(new DownloadsKey(name("demo")))));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(directory.resolve("facts"))) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }
}
