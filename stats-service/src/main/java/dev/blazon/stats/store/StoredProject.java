package dev.blazon.stats.store;

import dev.blazon.stats.packed.Summary;

/**
 * A project's row.
 *
 * @param id its number in this store
 * @param summary not shared with anybody
 */
public record StoredProject(int id, Summary summary) {}
