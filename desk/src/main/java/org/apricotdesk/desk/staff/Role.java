package org.apricotdesk.desk.staff;

import java.util.Locale;

/// What somebody may be at the desk; one person may be several things.
public enum Role {
  STAFF,
  LIAISON,
  ENGINEER,
  DISPATCHER,
  TEAM_LEAD,
  DEPUTY_DIRECTOR,
  DIRECTOR,
  CMIO,
  CLINICAL_REVIEWER,
  FUNCTIONAL_APPROVER,
  AUDITOR,
  SYSADMIN;

  /// The name outside the program: `team_lead`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if there is no such role
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
