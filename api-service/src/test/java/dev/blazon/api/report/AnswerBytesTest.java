package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.question.RefusedException;
import dev.blazon.service.ByteBudget;
import dev.blazon.service.OverloadedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class AnswerBytesTest {

  private final ByteBudget budget = new ByteBudget("test", 100_000, new SimpleMeterRegistry());

  @Test
  void bytes_come_out_as_they_went_in_and_are_paid_for() {
    ByteBudget.Share share = budget.share();
    AnswerBytes out = new AnswerBytes(share, 20_000);
    byte[] piece = new byte[1_234];
    Arrays.fill(piece, (byte) 7);
    for (int i = 0; i < 10; i++) {
      out.write(piece, 0, piece.length);
    }
    out.write(8);

    byte[] expected = new byte[12_341];
    Arrays.fill(expected, (byte) 7);
    expected[12_340] = 8;
    assertArrayEquals(expected, out.toBytes());
    assertTrue(budget.used() >= 12_341);
    share.close();
    assertEquals(0, budget.used());
  }

  @Test
  void an_answer_that_is_too_long_is_refused() {
    AnswerBytes out = new AnswerBytes(budget.share(), 5_000);
    out.write(new byte[5_000], 0, 5_000);

    RefusedException refused = assertThrows(RefusedException.class, () -> out.write(1));
    assertEquals("too_large", refused.refusal().code());
    assertEquals(400, refused.refusal().status());
  }

  @Test
  void without_memory_for_it_an_answer_has_to_wait() {
    ByteBudget.Share others = budget.share();
    assertTrue(others.tryTake(99_000));
    AnswerBytes out = new AnswerBytes(budget.share(), 50_000);

    assertThrows(OverloadedException.class, () -> out.write(new byte[2_000], 0, 2_000));
  }
}
