package org.apricotdesk.knowledge.search;

import java.util.List;

/// An article as search sees it.
///
/// @param category its code; may be blank
/// @param labels tags, systems, names of the category; may be empty
/// @param symptoms how the trouble shows, in the staff's words; may be blank
/// @param body everything else; may be blank
public record Searchable(
    String id, String title, String category, List<String> labels, String symptoms, String body) {
  public Searchable {
    if (id.isBlank()) throw new IllegalArgumentException("a document needs an id");
    labels = List.copyOf(labels);
  }
}
