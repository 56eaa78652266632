package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apricotdesk.desk.ledger.Entry;
import org.apricotdesk.desk.web.Speech;

/// How a kind of the ledger's lines is filled in.
///
/// @param day the field with the day under which a line is kept
/// @param fields as they stand for a line, or empty for a new one
/// @param problem the first field with which something is wrong
/// @param words the gist of it, for a list
record LedgerShape<E extends Entry>(
    String day,
    BiFunction<Speech, Optional<E>, List<Field>> fields,
    Function<Entered, Optional<String>> problem,
    Function<Entered, E> entry,
    BiFunction<Speech, E, String> words) {

  /// One whose lines are of a day that says no more than when.
  LedgerShape(
      BiFunction<Speech, Optional<E>, List<Field>> fields,
      Function<Entered, Optional<String>> problem,
      Function<Entered, E> entry,
      BiFunction<Speech, E, String> words) {
    this("on", fields, problem, entry, words);
  }

  List<Field> fields(Speech speech, Optional<E> line) {
    return fields.apply(speech, line);
  }

  Optional<String> problem(Entered entered) {
    return problem.apply(entered);
  }
}
