package org.apricotdesk.desk.incident.web;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.Set;

/// What stands in a form: what was sent, if it was refused, and otherwise what it begins with.
///
/// @param sent the fields of the form that was refused
public record Typed(Optional<MultiMap> sent) {
  static final Typed NOTHING = new Typed(Optional.empty());

  static Typed of(MultiMap sent) {
    return new Typed(Optional.of(sent));
  }

  public String text(String field) {
    return text(field, "");
  }

  public String text(String field, String first) {
    return sent.map(fields -> Optional.ofNullable(fields.get(field)).orElse("")).orElse(first);
  }

  /// Whether this is chosen in a field that takes one or many.
  public boolean chose(String field, String value, boolean first) {
    return sent.map(fields -> fields.getAll(field).contains(value)).orElse(first);
  }

  /// What is chosen in a field that takes many.
  Set<String> all(String field, Set<String> first) {
    return sent.map(fields -> Set.copyOf(fields.getAll(field))).orElse(first);
  }
}
