package dev.blazon.api.dialect;

import dev.blazon.api.lookup.DocumentKey;
import dev.blazon.api.lookup.FactKey;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.Wording;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/** What a badge is about: what to look up, and how the answer becomes the badge's content. */
public sealed interface Subject {

  /** The name for file names and metrics, from a closed set: for example the shield's id. */
  String name();

  /** The project that the badge is about, if any. */
  default Optional<ProjectName> project() {
    return Optional.empty();
  }

  /** Whether many projects share the picture of this content, so that caching it on disk pays. */
  default boolean isGeneric(Content content) {
    return false;
  }

  /** The label of a badge whose facts are not known, in this wording. */
  String label(Wording wording);

  /** The message if the subject does not exist, in this wording. */
  String notFound(Wording wording);

  /**
   * Facts that a shield shows.
   *
   * @param <T> the type of the facts
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

  /** An endpoint-badge document, which contains the badge's words. */
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

  /** Content that needs no look-up: a static badge, or an error in the URL. */
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
