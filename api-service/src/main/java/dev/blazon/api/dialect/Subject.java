package dev.blazon.api.dialect;

import dev.blazon.api.lookup.DocumentKey;
import dev.blazon.api.lookup.FactKey;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.Wording;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/** What must be looked up before a badge can be written, and who writes it. */
public sealed interface Subject {

  /** A word of a closed set for file names and metrics: the shield's id, for example. */
  String name();

  /** The project that the badge is about; empty when it is about none. */
  default Optional<ProjectName> project() {
    return Optional.empty();
  }

  /** Whether a picture of this depends on no project, and is worth keeping on disk. */
  default boolean isGeneric(Content content) {
    return false;
  }

  /** The label of a badge that has nothing else to say. */
  String label(Wording wording);

  /** The message when what the badge is about does not exist. */
  String notFound(Wording wording);

  /**
   * Facts that a shield puts into words.
   *
   * @param <T> the facts
   */
  record Facts<T>(FactKey<T> key, Shield<T> shield) implements Subject {

    @Override
    public String name() {
      return shield.description().id();
    }

    @Override
    public Optional<ProjectName> project() {
      return key.project();
    }

    @Override
    public boolean isGeneric(Content content) {
      return shield.isGeneric(content);
    }

    @Override
    public String label(Wording wording) {
      return shield.label(wording);
    }

    @Override
    public String notFound(Wording wording) {
      return shield.notFound(wording);
    }
  }

  /** Somebody's endpoint-badge document, which has the words in it. */
  record Document(DocumentKey key) implements Subject {

    @Override
    public String name() {
      return "endpoint";
    }

    @Override
    public String label(Wording wording) {
      return EndpointBadges.LABEL;
    }

    @Override
    public String notFound(Wording wording) {
      return "resource not found";
    }
  }

  /** Words that need no look-up: a static badge, or an honest word about a URL that is wrong. */
  record Words(Content content) implements Subject {

    @Override
    public String name() {
      return "static";
    }

    @Override
    public String label(Wording wording) {
      return content.label();
    }

    @Override
    public String notFound(Wording wording) {
      return "not found";
    }
  }
}
