package org.apricotdesk.desk.suggestion.web;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.suggestion.Suggestion;

/// The form for a wish.
///
/// @param alike what others wished before
public record SuggestPage(String text, List<Suggestion> alike, Optional<String> problem) {}
