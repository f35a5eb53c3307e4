package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project is found, a badge is built, and errors are reported. */
class PageTest extends PageInBrowser {

  /** The most bytes that the first visit may load, in total. */
  private static final int FIRST_LOAD = 100_000;

  @Test
  void a_name_becomes_a_snippet_whose_address_answers_with_the_picture_shown() {
    Page page = open(withClipboard(), "/");
    page.fill("#project", PROJECT);
    page.click("text=Show its shields");
    page.click("[data-copy=snippet-version]");

    String copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertEquals(
        "[![Version](%1$s/version/well-kept/badge.svg)](https://pypi.org/project/well-kept/)"
            .formatted(base()),
        copied);
    Matcher address = Pattern.compile("!\\[[^]]*]\\(([^)]*)\\)").matcher(copied);
    assertTrue(address.find());
    APIResponse answer = page.request().get(address.group(1));
    assertEquals(200, answer.status());
    assertTrue(answer.text().contains("<title>pypi: 1.2.3</title>"), answer.text());
    Locator shown = page.locator(".shield img[src='/version/well-kept/badge.svg']");
    assertEquals("pypi: 1.2.3", shown.getAttribute("alt"));
    assertArrayEquals(answer.body(), page.request().get(base() + shown.getAttribute("src")).body());
    assertTrue(allPicturesShown(page));
  }

  @Test
  void the_usual_badges_are_copied_in_one_piece_and_in_the_chosen_markup() {
    Page page = open(withClipboard(), "/?project=well-kept&snippet=rst");
    page.click("[data-copy=snippet-usual]");

    String copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertEquals(4, copied.split("\\.\\. image:: ", -1).length - 1, copied);
    assertTrue(copied.contains("\n   :target: https://pypi.org/project/well-kept/\n\n"), copied);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-project", "not a name"})
  void an_unknown_project_gets_a_kind_message(String name) {
    Page page = open("/");
    page.fill("#project", name);
    Response answer = page.waitForResponse("**/?project=*", () -> page.press("#project", "Enter"));

    assertEquals(404, answer.status());
    page.waitForSelector(".notice");
    assertTrue(page.textContent(".notice").contains(name));
    assertEquals(name, page.inputValue("#project"));
  }

  @Test
  void the_builder_shows_the_badge_while_the_form_is_filled_in() {
    Page page = open("/build");
    page.selectOption("#shield", "static");
    page.fill("#label", "made-with");
    page.fill("#message", "100 % love_");
    page.fill("#color", "ff69b4");
    page.selectOption("#style", "for-the-badge");
    String path = "/badge/made--with-100_%25_love__-ff69b4.svg?style=for-the-badge";
    page.waitForSelector(".ground.light img[src='" + path + "']");

    assertEquals(base() + path, page.textContent("#snippet-url"));
    assertTrue(page.request().get(base() + path).text().contains("<title>made-with: 100 % love_"));
    assertTrue(allPicturesShown(page));
  }

  @Test
  void a_logo_is_found_by_typing_and_chosen_by_a_click() {
    Page page = open("/build?project=well-kept");
    page.fill("#logo", "pyt");
    page.click(".logo[data-value=pytest]");
    page.waitForSelector(".ground.dark img[src='/version/well-kept/badge.svg?logo=pytest']");

    assertEquals("pytest", page.inputValue("#logo"));
    APIResponse badge = page.request().get(base() + "/version/well-kept/badge.svg?logo=pytest");
    assertTrue(badge.text().contains("<image"), badge.text());
  }

  @Test
  void a_script_error_is_reported_to_the_operator() {
    Page page = open("/");
    Response answer =
        page.waitForResponse(
            "**/api/client-errors",
            () -> page.evaluate("setTimeout(() => { throw new Error('on purpose'); })"));

    assertEquals(204, answer.status());
    assertTrue(answer.request().postData().contains("on purpose"));
    forgive("on purpose");
  }

  @Test
  void the_first_visit_is_light() {
    AtomicInteger bytes = new AtomicInteger();
    Page page = open("/robots.txt");
    page.onResponse(
        response -> bytes.addAndGet(Integer.parseInt(response.headers().get("content-length"))));
    page.navigate(base() + "/");
    assertTrue(allPicturesShown(page));

    assertTrue(bytes.get() > 1000 && bytes.get() < FIRST_LOAD, bytes + " bytes");
  }
}
