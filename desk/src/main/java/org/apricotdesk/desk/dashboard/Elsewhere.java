package org.apricotdesk.desk.dashboard;

import java.util.Optional;
import org.apricotdesk.desk.indicator.Indicator;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;

/// Where one sees what a figure was counted from, if not from tickets.
final class Elsewhere {
  private Elsewhere() {}

  /// The page, if that person may open it.
  static Optional<String> of(Indicator indicator, Person viewer) {
    return switch (indicator) {
      case AVAILABILITY, CORE_AVAILABILITY, MAJOR_INCIDENT_COUNT ->
          works(viewer) ? Optional.of("/incidents") : Optional.empty();
      case CSAT_SURVEY, CLINICAL_SATISFACTION ->
          leads(viewer) || viewer.is(Role.DISPATCHER) ? Optional.of("/surveys") : Optional.empty();
      case ROUND_COMPLETION_RATE, PAIN_POINT_CONVERSION ->
          works(viewer) ? Optional.of("/rounds") : Optional.empty();
      case REQUIREMENT_COMPLETION_RATE, EFFICIENCY_GAIN -> Optional.of("/suggestions");
      case KB_SELF_SERVICE_RATE, KB_LOOSE_RATE ->
          works(viewer) ? Optional.of("/admin/gaps") : Optional.empty();
      case SECURITY_INCIDENT_COUNT,
          SECURITY_INCIDENT_RATE,
          ASSET_INTEGRITY,
          PROJECT_DELAY_RATE,
          TRAINING_COVERAGE,
          COST_SAVING,
          QUALITY_GAIN,
          NEW_TECH_LANDED,
          AWARDS_PATENTS,
          DIGITAL_CONTRIBUTION ->
          leads(viewer) ? Optional.of("/admin/ledger") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean leads(Person viewer) {
    return viewer.is(Role.TEAM_LEAD) || viewer.is(Role.DEPUTY_DIRECTOR) || viewer.is(Role.DIRECTOR);
  }

  private static boolean works(Person viewer) {
    return leads(viewer) || viewer.is(Role.DISPATCHER) || viewer.is(Role.ENGINEER);
  }
}
