package org.apricotdesk.desk.web;

import java.util.Optional;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.PersonId;

/// What a signed-in member may do, as the directory says now; nobody for one who left.
@FunctionalInterface
interface Callers {
  Optional<Person> of(PersonId person);
}
