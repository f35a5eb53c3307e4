package dev.blazon.api.lookup;

import dev.blazon.api.downloads.DownloadCounts;
import dev.blazon.api.endpoint.EndpointDocument;
import dev.blazon.api.pypi.Project;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that can be looked up. Futures never fail and take no longer than the upstream
 * deadline; they come back on the event loop of whoever asked. Thread-safe.
 */
public interface Lookups {

  /**
   * A project's facts.
   *
   * @param index the name of one of the operator's indexes; empty: the usual one. An unknown name
   *     is answered with {@link Answer.Reason#NOT_CONFIGURED}
   * @param version one exact release; empty: the one that people should install. An unknown one is
   *     {@link Answer.Missing}
   */
  Future<Answer<Project>> project(
      ProjectName name, Optional<String> index, Optional<String> version);

  /** Recent download counts; {@link Answer.Missing} also when a project is too new to have any. */
  Future<Answer<DownloadCounts>> downloads(ProjectName name);

  /** All-time downloads; {@link Answer.Reason#NOT_CONFIGURED} when the operator has no API key. */
  Future<Answer<Long>> totalDownloads(ProjectName name);

  /**
   * Somebody's endpoint-badge document. {@link Answer.Reason#FORBIDDEN} when its host is not on the
   * operator's list, {@link Answer.Reason#INVALID} when the address is no https address.
   */
  Future<Answer<EndpointDocument>> endpoint(String url);

  /**
   * Waits for the shared store, if there is one.
   *
   * @return completed when it has been reached, or the patience has ended; never fails
   */
  Future<Void> reachable(Duration patience);

  /** Closes connections and files; what is under way fails. */
  Future<Void> close();
}
