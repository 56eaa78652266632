package org.apricotdesk.desk.dashboard;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.assessment.Term;
import org.apricotdesk.desk.assessment.Term.Length;
import org.apricotdesk.desk.web.Speech;
import org.jspecify.annotations.Nullable;

/// The term that is looked at, and those one may turn to.
///
/// @param name in words
/// @param next empty where it lies in the future
public record TermChoice(Term term, String name, Optional<Term> next) {
  /// @param typed a term's code; this half-year, where that is none or lies ahead
  static TermChoice of(@Nullable String typed, LocalDate today, Speech speech) {
    var term =
        Optional.ofNullable(typed)
            .flatMap(Term::of)
            .filter(one -> !one.first().isAfter(today))
            .orElseGet(() -> Term.holding(Length.HALF, today));
    var next = Optional.of(term.next()).filter(one -> !one.first().isAfter(today));
    return new TermChoice(term, name(term, speech), next);
  }

  private static String name(Term term, Speech speech) {
    var length = term.length().code();
    var key = "term." + length + "." + term.number();
    return speech.say(
        speech.has(key) ? key : "term." + length, term.first().getYear(), term.number());
  }

  public String code() {
    return term.code();
  }

  public List<Length> lengths() {
    return Arrays.asList(Length.values());
  }

  /// The one of another length that begins with this one, or holds its beginning.
  public Term of(Length length) {
    return Term.holding(length, term.first());
  }
}
