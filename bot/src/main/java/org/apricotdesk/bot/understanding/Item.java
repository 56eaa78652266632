package org.apricotdesk.bot.understanding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.target.Impact;
import org.apricotdesk.desk.target.Priority;
import org.apricotdesk.desk.target.Urgency;
import org.apricotdesk.desk.ticket.TicketNumber;

/// One thing a message says.
///
/// @param text the part of the message it was read from
/// @param category empty for talk that needs no work: progress, chitchat, most of the rest
/// @param confidence how sure the category is, 0 to 1
/// @param priority empty where the category is
/// @param place a room, window, floor or machine as it was called: `3诊室`, `12楼`
/// @param urgentWords shouting; never changes the priority, only shortens the questions
/// @param ticket the ticket number named
public record Item(
    String text,
    Kind kind,
    Optional<CategoryCode> category,
    double confidence,
    Optional<Priority> priority,
    Impact impact,
    Urgency urgency,
    Optional<DepartmentMention> department,
    Optional<String> place,
    boolean urgentWords,
    Optional<TicketNumber> ticket,
    Set<Signal> signals,
    Set<Missing> missing,
    List<Evidence> evidence) {
  public Item {
    signals = Set.copyOf(signals);
    missing = Set.copyOf(missing);
    evidence = List.copyOf(evidence);
  }

  /// The same of no particular category: somebody has to look.
  public Item unclear() {
    return new Item(
        text,
        kind,
        Optional.of(CategoryCode.UNCLEAR),
        0,
        priority,
        impact,
        urgency,
        department,
        place,
        urgentWords,
        ticket,
        signals,
        missing,
        evidence);
  }

  public boolean says(Signal signal) {
    return signals.contains(signal);
  }
}
