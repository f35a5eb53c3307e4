package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.HttpAsker.Response;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** npm's API for download counts: URL in, JSON out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NpmReportsTest {

  @TempDir private static Path folder;
  private ReportServer server;

  @BeforeAll
  void start() throws Exception {
    server = ReportServer.with(folder, CountedRows.CSV);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          point/last-day/requests | {"downloads":2,"start":"2026-08-26","end":"2026-08-26","package":"requests"}
          point/last-week/Requests | {"downloads":29,"start":"2026-08-22","end":"2026-08-26","package":"Requests"}
          point/last-month/requests?mirrors=false | {"downloads":24,"start":"2026-08-22","end":"2026-08-26","package":"requests"}
          point/last-year/requests | {"downloads":29,"start":"2026-08-22","end":"2026-08-26","package":"requests"}
          point/2026-08-23/requests | {"downloads":7,"start":"2026-08-23","end":"2026-08-23","package":"requests"}
          point/2026-08-23%3A2026-08-25/requests | {"downloads":12,"start":"2026-08-23","end":"2026-08-25","package":"requests"}
          point/last-day | {"downloads":3,"start":"2026-08-26","end":"2026-08-26"}
          point/2026-08-20:2026-08-24 | {"downloads":122,"start":"2026-08-22","end":"2026-08-23"}
          point/last-week/brand-new | {"downloads":0,"start":"2026-08-22","end":"2026-08-26","package":"brand-new"}
          range/last-week/requests | {"downloads":[{"day":"2026-08-22","downloads":15},{"day":"2026-08-23","downloads":7},{"day":"2026-08-25","downloads":5},{"day":"2026-08-26","downloads":2}],"start":"2026-08-22","end":"2026-08-26","package":"requests"}
          range/2026-08-25:2026-08-26 | {"downloads":[{"day":"2026-08-25","downloads":5},{"day":"2026-08-26","downloads":3}],"start":"2026-08-25","end":"2026-08-26"}
          point/last-day/requests,nobody,-x-,flask | {"requests":{"downloads":2,"start":"2026-08-26","end":"2026-08-26","package":"requests"},"nobody":null,"-x-":null,"flask":{"downloads":1,"start":"2026-08-26","end":"2026-08-26","package":"flask"}}
          range/2026-08-25:2026-08-26/flask,requests | {"flask":{"downloads":[{"day":"2026-08-25","downloads":0},{"day":"2026-08-26","downloads":1}],"start":"2026-08-25","end":"2026-08-26","package":"flask"},"requests":{"downloads":[{"day":"2026-08-25","downloads":5},{"day":"2026-08-26","downloads":2}],"start":"2026-08-25","end":"2026-08-26","package":"requests"}}
          """)
  void answers_have_the_form_of_npm(String call, String json) {
    assertEquals(json, server.ask().get("/downloads/" + call).text());
    assertEquals(json, server.ask().get("/npm/downloads/" + call).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          point/last-day/nobody | 404 | {"error":"Project with name nobody does not exist"}
          point/last-hour/requests | 400 | {"error":"period is 'last-hour', but must be last-day, last-week, last-month, last-year, a day such as 2026-08-24, or two such days with a colon between them"}
          point/2026-08-26:2026-08-25/requests | 400 | {"error":"period is '2026-08-26:2026-08-25', but must be two days, of which the first is not the later one"}
          point/2024-01-01:2026-01-01/requests | 400 | {"error":"period is '2024-01-01:2026-01-01', but must be at most 549 days"}
          point/2025-01-01:2026-03-01/requests,flask | 400 | {"error":"period is '2025-01-01:2026-03-01', but must be at most 365 days"}
          point/0000-01-01/requests | 400 | {"error":"period is '0000-01-01', but must be a day such as 2026-08-24, from 2003-01-01 to 2099-12-31"}
          point/2019-01-01 | 404 | {"error":"No day was imported for all projects yet"}
          point/last-day/a,,b | 400 | {"error":"packages is 'a,,b', but must be 1 to 128 names, separated by commas"}
          point/last-day/a/b | 404 | {"error":"There is no such address; see /docs/api"}
          """)
  void errors_have_the_form_of_npm(String call, int status, String json) {
    Response answer = server.ask().get("/downloads/" + call);

    assertEquals(json, answer.text());
    assertEquals(status, answer.status());
  }

  @Test
  void many_projects_are_asked_for_at_once() {
    assertEquals(200, server.ask().get("/downloads/point/last-day/" + names(128)).status());
    assertEquals(128, server.ask().get("/downloads/point/last-day/" + names(128)).json().size());
    assertEquals(400, server.ask().get("/downloads/point/last-day/" + names(129)).status());
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "p" + i).collect(Collectors.joining(","));
  }
}
