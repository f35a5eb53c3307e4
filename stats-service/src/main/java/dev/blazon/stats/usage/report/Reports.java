package dev.blazon.stats.usage.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the reports in a body: one JSON object, an array of objects, or objects one after the other
 * (JSON Lines). Thread-safe.
 */
public final class Reports {

  static final int DEEPEST = 8;
  static final int LONGEST_NAME = 64;

  private static final int LONGEST_NUMBER = 64;

  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST + 1) // The array around reports is one.
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Strangers choose the names: interned or kept, they would never be freed.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final Identities identities;
  private final IdentityHash hash;

  public Reports(Identities identities, IdentityHash hash) {
    this.identities = identities;
    this.hash = hash;
  }

  /**
   * What was in a body.
   *
   * @param ignored how many reports asked not to be counted
   */
  public record Read(List<Report> reports, int ignored) {}

  /**
   * Reads a body.
   *
   * @param now is kept as the {@code server_time} of each report
   * @throws BadReportException if it is not as above, or a report is deeper or wider than allowed
   */
  public Read read(byte[] body, Instant now) throws BadReportException {
    List<Report> reports = new ArrayList<>();
    int found = 0;
    boolean inArray = false;
    try (JsonParser json = FACTORY.createParser(body)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_ARRAY && found == 0 && !inArray) {
          inArray = true;
        } else if (token == JsonToken.END_ARRAY && inArray) {
          if (json.nextToken() != null) {
            throw new BadReportException("there is something after the array of reports");
          }
        } else if (token == JsonToken.START_OBJECT) {
          found++;
          Optional<Report> report = new ReportCopy(json, identities, hash, now).copy();
          report.ifPresent(reports::add);
        } else {
          throw new BadReportException("a report is a JSON object");
        }
      }
    } catch (StreamConstraintsException e) {
      throw new BadReportException(
          "a report has at most "
              + DEEPEST
              + " levels, and names of "
              + LONGEST_NAME
              + " characters");
    } catch (IOException e) {
      throw new BadReportException("the body is no JSON in UTF-8, or has a name twice");
    }
    if (found == 0) {
      throw new BadReportException("expected json body");
    }
    return new Read(reports, found - reports.size());
  }
}
