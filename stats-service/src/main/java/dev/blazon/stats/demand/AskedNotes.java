package dev.blazon.stats.demand;

import dev.blazon.count.Day;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Collects which projects readers asked for, until they are written down. A project is written once
 * a day: how often it is asked for does not matter. Bounded; thread-safe.
 */
public final class AskedNotes {

  /** About 2 MB. Beyond it, names are written more than once a day, and nothing is lost. */
  private static final int MOST = 20_000;

  private final Set<String> written = new HashSet<>();
  private Map<String, Day> notes = new HashMap<>();
  private Day today = new Day(0);

  /**
   * Notes that a reader asked for a project.
   *
   * @param project its normalised name
   * @param countedTo the newest day that is counted
   */
  public synchronized void asked(String project, Day countedTo, Day now) {
    if (!now.equals(today)) {
      today = now;
      written.clear();
    }
    if (notes.size() < MOST && !written.contains(project)) {
      notes.put(project, countedTo);
    }
  }

  /** Takes all notes that are to be written, by name: the newest day that is counted. */
  public synchronized Map<String, Day> take() {
    Map<String, Day> taken = notes;
    notes = new HashMap<>();
    if (written.size() + taken.size() > MOST) {
      written.clear();
    }
    written.addAll(taken.keySet());
    return taken;
  }

  /** Gives notes back that could not be written. */
  public synchronized void giveBack(Map<String, Day> taken) {
    written.removeAll(taken.keySet());
    taken.forEach(notes::putIfAbsent);
  }
}
