package org.apricotdesk.desk.suggestion.web;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.suggestion.Suggestion;

/// The public list.
///
/// @param filter the group of stages shown: `all`, `review`, `making`, `done`, `declined`
/// @param next the number after which the next page begins
public record SuggestionsPage(List<Suggestion> found, String filter, Optional<Long> next) {}
