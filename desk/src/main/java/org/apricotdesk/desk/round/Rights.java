package org.apricotdesk.desk.round;

import java.util.Optional;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;

/// Who may do what about a visit; domain §2.2, "on-site plan".
record Rights(Person person) {
  boolean leads() {
    return person.is(Role.TEAM_LEAD) || person.is(Role.DIRECTOR) || person.is(Role.DEPUTY_DIRECTOR);
  }

  boolean writes(Visit visit) {
    return leads() || visit.engineer().equals(person.id());
  }

  /// The ward says whether somebody was there; the engineer cannot.
  boolean confirms(Visit visit) {
    return !visit.engineer().equals(person.id())
        && (person.is(Role.LIAISON) || leads())
        && (leads() || person.department().equals(Optional.of(visit.department())));
  }

  boolean reads(Visit visit, boolean deskStaff) {
    return deskStaff
        || person.is(Role.CMIO)
        || person.department().equals(Optional.of(visit.department()));
  }
}
