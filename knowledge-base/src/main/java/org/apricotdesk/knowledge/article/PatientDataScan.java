package org.apricotdesk.knowledge.article;

import java.util.function.Predicate;

/// Looks through everything an article says for data of patients.
///
/// @param found whether a text holds some
public record PatientDataScan(Predicate<String> found) {
  boolean finds(Content content) {
    return found.test(content.title())
        || found.test(content.symptoms())
        || found.test(content.cause())
        || content.steps().stream().anyMatch(found)
        || found.test(content.unresolved());
  }
}
