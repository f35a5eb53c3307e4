package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Attacks through the URLs of the pages. */
class PageAttackTest extends PageInBrowser {

  private static final String ATTACK = "\"><img src=x onerror=alert(1)><script>alert(1)</script>";

  @Test
  void input_is_never_run_as_a_script() {
    String encoded = Encoding.component(ATTACK);
    AtomicInteger dialogs = new AtomicInteger();
    for (String path :
        List.of(
            "/?project=" + encoded,
            "/?project=well-kept&snippet=" + encoded,
            "/build?shield=static&label=" + encoded + "&message=" + encoded,
            "/build?project=" + encoded + "&shield=" + encoded,
            "/build?project=well-kept&logo=" + encoded + "&style=" + encoded,
            "/build?project=well-kept&target=" + Encoding.component("javascript:alert(1)"),
            "/docs/" + encoded)) {
      Page page = open(path);
      page.onDialog(
          dialog -> {
            dialogs.incrementAndGet();
            dialog.dismiss();
          });
      assertEquals(1, page.querySelectorAll("script").size(), path);
      assertEquals(0, page.querySelectorAll("[onerror], a[href^='javascript:']").size(), path);
      assertFalse(page.content().contains("(javascript:"), path);
    }
    Page repair = open("/repair");
    repair.fill(
        "#readme", "</textarea>" + ATTACK + " https://pypip.in/v/x" + ATTACK + "/badge.svg");
    repair.click("text=Repair it");
    assertEquals(1, repair.querySelectorAll("script").size());
    assertEquals(0, repair.querySelectorAll("[onerror]").size());
    assertEquals(0, dialogs.get());
  }
}
