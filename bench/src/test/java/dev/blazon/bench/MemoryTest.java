package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class MemoryTest {

  @Test
  void reads_the_memory_of_a_process() {
    Memory memory = Memory.parse("Name:\tjava\nVmHWM:\t  163840 kB\nVmRSS:\t  102400 kB\n");

    assertEquals(100, memory.nowInMebibytes());
    assertEquals(160, memory.peakInMebibytes());
  }

  @Test
  void rejects_a_status_without_memory() {
    assertThrows(IllegalArgumentException.class, () -> Memory.parse("Name:\tjava\n"));
  }
}
