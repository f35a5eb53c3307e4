package dev.blazon.stats.download;

import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Month;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Window;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.store.StoreSnapshot;
import dev.blazon.stats.store.StoredMonth;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes the rankings again, and compares them with those of the last import of all projects.
 * Projects with days of their own are left out, since their history may have come after that
 * import; and if there are any, distributions, which name no projects, cannot be compared. For one
 * thread.
 */
final class RankingCheck {

  /** No import changes any month. */
  private static final Month UNCHANGED = new Month(0);

  private static final byte[] NO_DAYS = {};

  private final StoreSnapshot store;
  private final Consumer<String> differences;
  private final Rankings rankings;
  private final Set<String> own = new HashSet<>();

  /**
   * Begins.
   *
   * @param differences takes a line for each difference
   */
  RankingCheck(StoreSnapshot store, Ledger ledger, Consumer<String> differences) {
    this.store = store;
    this.differences = differences;
    this.rankings = new Rankings(ledger, new Comparison(), UNCHANGED);
  }

  void take(String name, int project, Summary summary) {
    if (!summary.own().isEmpty()) {
      own.add(name);
    }
    rankings.take(name.getBytes(StandardCharsets.US_ASCII), project, summary, () -> NO_DAYS);
  }

  /** Compares, after all projects were taken. */
  void finish() {
    rankings.finish();
  }

  /** Takes the rankings that were made again. */
  private final class Comparison implements Rankings.Place {

    @Override
    public List<StoredMonth> months(int project, List<Month> months) {
      return store.months(project, months);
    }

    @Override
    public void ranking(RankingList list, Measure measure, List<RankedProject> made) {
      compareList(
          "the ranking " + list.word() + " of " + measure.word(),
          store.ranking(list, measure, TopList.PLACES),
          made);
    }

    @Override
    public void distribution(Window window, Measure measure, byte[] made) {
      if (own.isEmpty() && !Arrays.equals(made, store.distribution(window, measure))) {
        differences.accept(
            "the distribution of %s in %s is not that of the projects"
                .formatted(measure.word(), RankingList.of(window).word()));
      }
    }
  }

  private void compareList(String title, List<RankedProject> kept, List<RankedProject> made) {
    boolean isCut = Math.max(kept.size(), made.size()) == TopList.PLACES;
    List<RankedProject> keptWithout = withoutOwn(kept);
    List<RankedProject> madeWithout = withoutOwn(made);
    int common = Math.min(keptWithout.size(), madeWithout.size());
    for (int i = 0; i < common; i++) {
      if (!isSame(keptWithout.get(i), madeWithout.get(i))) {
        differences.accept(
            title
                + ": place "
                + keptWithout.get(i).place()
                + " is "
                + words(keptWithout.get(i))
                + " instead of "
                + words(madeWithout.get(i)));
        return; // All places after a wrong one are moved.
      }
    }
    if (keptWithout.size() != madeWithout.size() && (own.isEmpty() || !isCut)) {
      differences.accept(
          title + " has " + keptWithout.size() + " places instead of " + madeWithout.size());
    }
  }

  private List<RankedProject> withoutOwn(List<RankedProject> places) {
    return places.stream().filter(place -> !own.contains(place.project())).toList();
  }

  private static boolean isSame(RankedProject one, RankedProject other) {
    return one.project().equals(other.project())
        && one.downloads() == other.downloads()
        && one.before() == other.before();
  }

  private static String words(RankedProject place) {
    return place.project() + " with " + place.downloads();
  }
}
