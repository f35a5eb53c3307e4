package dev.blazon.api.usage.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerFormTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', JSON",
    "'', '*/*', JSON",
    "'', 'application/json', JSON",
    "'', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', HTML",
    "'', 'TEXT/HTML', HTML",
    "'', 'text/html;q=0.1, application/json', JSON",
    "'', 'text/html;level=1;q=0.5,*/*;q=0.2', HTML",
    "'', 'text/csv', CSV",
    "'', 'text/*', HTML",
    "'', 'text/html;q=0, */*', JSON",
    "'', 'image/png', JSON",
    "'', ';;;,,q=', JSON",
    "format=html, 'application/json', HTML",
    "format=json, 'text/html', JSON",
    "format=csv, 'text/html', CSV",
  })
  void is_what_the_url_or_else_the_client_wants(String query, String accept, AnswerForm form) {
    assertEquals(form, AnswerForm.of(CallQuery.parse(query), accept.isEmpty() ? null : accept));
  }

  @Test
  void another_form_is_refused_by_name() {
    CallQuery query = CallQuery.parse("format=xml");

    RefusedException refused =
        assertThrows(RefusedException.class, () -> AnswerForm.of(query, "text/html"));

    assertEquals("format is 'xml', but must be one of json, csv, html", refused.getMessage());
  }
}
