package org.apricotdesk.desk.suggestion.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.Department;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Team;
import org.apricotdesk.desk.suggestion.Stage;
import org.apricotdesk.desk.suggestion.Suggestion;

/// One suggestion.
///
/// @param offered what the reader may do: names of forms
/// @param next where it may go from here
/// @param alike candidates for a merge
public record SuggestionPage(
    Suggestion suggestion,
    String proposer,
    Optional<String> department,
    Optional<String> owner,
    Set<String> offered,
    List<Stage> next,
    List<Suggestion> alike,
    List<Team> teams,
    List<Person> owners,
    List<Department> departments,
    List<Happening> history,
    Optional<String> problem) {

  public record Happening(Instant at, String by, String text) {}

  public boolean offers(String action) {
    return offered.contains(action);
  }
}
