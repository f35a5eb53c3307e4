package dev.blazon.api.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blazon.corpus.Corpus;
import dev.blazon.upstream.InvalidDocumentException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents that real projects offer for endpoint badges. */
class RealEndpointDocumentsTest {

  @TestFactory
  Stream<DynamicTest> are_read() {
    return Corpus.documents("endpoint-json", ".json").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      byte[] bytes = Files.readAllBytes(file);
                      EndpointDocument document = read(bytes, bytes.length);
                      assertFalse(document.message().isEmpty());
                      assertEquals(document, read(bytes, 7));
                    }));
  }

  private static EndpointDocument read(byte[] bytes, int step) throws InvalidDocumentException {
    EndpointReader reader = new EndpointReader();
    for (int at = 0; at < bytes.length; at += Math.min(step, bytes.length - at)) {
      reader.feed(bytes, at, Math.min(step, bytes.length - at));
    }
    return reader.finish();
  }
}
