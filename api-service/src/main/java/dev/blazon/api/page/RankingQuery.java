package dev.blazon.api.page;

import dev.blazon.count.Measure;
import dev.blazon.count.RankingList;
import java.util.List;

/**
 * Which part of which ranking a page shows. A URL carries it; a value that makes no sense is read
 * as if it were not there.
 *
 * @param page 1 for the first places, up to {@link #PAGES}
 */
record RankingQuery(RankingList list, Measure measure, int page) {

  /** The lists of {@code /top}, the usual one first. */
  static final List<RankingList> TOP =
      List.of(RankingList.MONTH, RankingList.WEEK, RankingList.DAY, RankingList.ALL);

  /** The lists of {@code /rising}. */
  static final List<RankingList> RISING = List.of(RankingList.GROWING, RankingList.RISEN);

  /** Rankings have as many places. */
  static final int PLACES = 1_000;

  static final int PLACES_A_PAGE = 100;
  static final int PAGES = PLACES / PLACES_A_PAGE;

  static RankingQuery top(Form form) {
    return read(form, "period", TOP);
  }

  static RankingQuery rising(Form form) {
    return read(form, "list", RISING);
  }

  private static RankingQuery read(Form form, String name, List<RankingList> lists) {
    RankingList list =
        lists.stream()
            .filter(next -> next.word().equals(form.raw(name)))
            .findFirst()
            .orElse(lists.get(0));
    Measure measure = form.raw("mirrors").equals("false") ? Measure.WITHOUT_MIRRORS : Measure.ALL;
    return new RankingQuery(list, measure, page(form.raw("page")));
  }

  private static int page(String text) {
    return text.matches("[1-9]|10") ? Integer.parseInt(text) : 1;
  }

  RankingQuery with(RankingList other) {
    return new RankingQuery(other, measure, 1);
  }

  RankingQuery with(Measure other) {
    return new RankingQuery(list, other, 1);
  }

  RankingQuery at(int other) {
    return new RankingQuery(list, measure, other);
  }

  /** The path of the page that shows it, with what is unusual in its query. */
  String address() {
    boolean isTop = TOP.contains(list);
    StringBuilder query = new StringBuilder();
    if (!list.equals((isTop ? TOP : RISING).get(0))) {
      query.append(isTop ? "&period=" : "&list=").append(list.word());
    }
    if (measure == Measure.WITHOUT_MIRRORS) {
      query.append("&mirrors=false");
    }
    if (page > 1) {
      query.append("&page=").append(page);
    }
    return (isTop ? "/top" : "/rising") + (query.isEmpty() ? "" : "?" + query.substring(1));
  }
}
