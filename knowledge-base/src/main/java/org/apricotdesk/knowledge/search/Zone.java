package org.apricotdesk.knowledge.search;

/// A part of an article. What stands in a title says more than what stands in step five.
enum Zone {
  TITLE,
  /// Tags and the names of category and systems.
  LABEL,
  /// How the trouble shows; for plain documents, how they begin.
  LEAD,
  BODY,
  /// Everything together.
  ALL
}
