package dev.blazon.api.operator;

import dev.blazon.service.Settings;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the operator's first page needs to know, and the check before it.
 *
 * @param login stands before each of the operator's pages
 * @param version of this release
 * @param settings what holds for each setting, without what is secret; thread-safe
 */
public record Desk(OperatorLogin login, String version, Supplier<List<Settings.Shown>> settings) {}
