package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.stats.Stats;
import dev.blazon.api.testing.StubStats;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumbersOfProjectTest {

  private static final ProjectName NAME = ProjectName.parse("requests").orElseThrow();
  private static final CurveChoice USUAL = CurveChoice.read(Form.EMPTY);

  /** A question that waits for its answer. */
  private record Asked(String method, Duration within, Promise<CountAnswer<Object>> answer) {}

  private final List<Asked> asked = new ArrayList<>();
  private final Stats stats =
      (Stats)
          Proxy.newProxyInstance(
              Stats.class.getClassLoader(),
              new Class<?>[] {Stats.class},
              (self, method, arguments) -> ask(method.getName(), arguments));

  private Future<CountAnswer<Object>> ask(String method, Object[] arguments) {
    Asked question =
        new Asked(method, (Duration) arguments[arguments.length - 1], Promise.promise());
    asked.add(question);
    return question.answer().future();
  }

  private void answerAll(CountAnswer<Object> answer) {
    List<Asked> now = List.copyOf(asked);
    asked.clear();
    now.forEach(question -> question.answer().complete(answer));
  }

  @Test
  void all_that_can_be_asked_is_asked_at_once_and_with_little_time() {
    Future<ProjectNumbers> numbers = new NumbersOfProject(stats).find(NAME, USUAL);
    assertEquals(6, asked.size());
    assertTrue(asked.stream().allMatch(next -> next.within().toMillis() <= 800));

    answerAll(new CountAnswer.Counted<>(StubStats.total(7, 30)), "total");
    assertEquals(7, asked.stream().filter(next -> next.method().equals("series")).count());
    assertTrue(asked.stream().allMatch(next -> next.within().toMillis() <= 800));
    assertFalse(numbers.isComplete());

    answerAll(new CountAnswer.Unanswered<>(Reason.SLOW));
    ProjectNumbers.Counted found = assertInstanceOf(ProjectNumbers.Counted.class, numbers.result());
    assertEquals(4, found.windows().size());
    assertTrue(found.tables().stream().noneMatch(ShareTable::isKnown));
  }

  /** Ranks and ledger are not there; the page does without. */
  private void answerAll(CountAnswer<Object> answer, String method) {
    List<Asked> now = List.copyOf(asked);
    asked.clear();
    for (Asked question : now) {
      question
          .answer()
          .complete(
              question.method().equals(method)
                  ? answer
                  : new CountAnswer.Unanswered<>(Reason.FAILED));
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void a_failure_is_an_answer(Reason reason) {
    Future<ProjectNumbers> numbers = new NumbersOfProject(stats).find(NAME, USUAL);
    answerAll(new CountAnswer.Unanswered<>(reason));

    assertEquals(new ProjectNumbers.Unanswered(reason), numbers.result());
  }
}
