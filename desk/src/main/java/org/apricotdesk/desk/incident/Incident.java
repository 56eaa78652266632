package org.apricotdesk.desk.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.ticket.TicketNumber;

/// An incident as it stands. It is the fold of its [IncidentEvent]s.
///
/// @param categories prefixes of category codes: `insurance`, `his.outpatient`, a whole code
/// @param commander who declared it and speaks for it
/// @param parent the ticket that everybody's tickets are merged into
/// @param action what is being done about it
/// @param workaround what to do until then
/// @param backfill what has to be entered afterwards
/// @param promised when those affected are told more; empty once it is over
/// @param reporters how many people reported when it was suspected
/// @param evidence what they reported
/// @param recovered departments where it works again while others still wait
public record Incident(
    IncidentNumber number,
    int version,
    Stage stage,
    String title,
    Set<String> categories,
    Area area,
    Optional<Level> level,
    Optional<PersonId> commander,
    Optional<TicketNumber> parent,
    String symptom,
    String action,
    String workaround,
    String backfill,
    Times times,
    Optional<Instant> promised,
    boolean reminded,
    Set<DepartmentId> recovered,
    Optional<Review> review,
    int reporters,
    List<TicketNumber> evidence) {
  public Incident {
    categories = Set.copyOf(categories);
    recovered = Set.copyOf(recovered);
    evidence = List.copyOf(evidence);
  }

  /// When what happened; domain §9.3.
  ///
  /// @param started by the logs of the system itself, often earlier than the first report
  /// @param longestGap between two words to those affected
  public record Times(
      Optional<Instant> started,
      Instant detected,
      Optional<Instant> declared,
      Optional<Instant> spoken,
      Optional<Instant> restored,
      Optional<Instant> reviewed,
      Optional<Instant> closed,
      Duration longestGap) {}

  /// The systems it is about: level 1 of its categories.
  public List<String> systems() {
    return categories.stream().map(Incident::system).distinct().sorted().toList();
  }

  private static String system(String category) {
    return category.contains(".") ? category.substring(0, category.indexOf('.')) : category;
  }

  /// Whether a report of this category may belong to it.
  public boolean isAbout(String category) {
    return categories.stream().anyMatch(prefix -> within(category, prefix));
  }

  /// Whether it is about the same as these prefixes, one within the other.
  boolean overlaps(Set<String> others) {
    return others.stream()
        .anyMatch(other -> isAbout(other) || categories.stream().anyMatch(c -> within(c, other)));
  }

  static boolean within(String category, String prefix) {
    return category.equals(prefix) || category.startsWith(prefix + ".");
  }

  /// When the desk has to look at it by itself.
  Optional<Instant> actAt() {
    return stage.isRunning() && !reminded ? promised : Optional.empty();
  }

  /// Whether that department is asked whether it works again.
  public boolean asks(DepartmentId department) {
    return stage == Stage.RESTORED
        || stage == Stage.REVIEWED
        || (stage.isRunning() && recovered.contains(department));
  }

  /// From detection to restoration; empty while it runs.
  public Optional<Duration> lasted() {
    return times.restored().map(end -> Duration.between(times.detected(), end));
  }
}
