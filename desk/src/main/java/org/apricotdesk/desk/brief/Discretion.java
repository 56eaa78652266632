package org.apricotdesk.desk.brief;

import org.apricotdesk.desk.privacy.Masker;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.Person;

/// Keeps people out of briefs: patients always, and colleagues in what the desk itself quotes.
final class Discretion {
  private static final int SHORTEST_NAME = 2;

  private final People people;
  private final Masker masker;

  Discretion(People people) {
    this.people = people;
    this.masker = new Masker(people::isStaffName);
  }

  boolean holdsPatientData(String text) {
    return masker.mask(text).hidesAnything();
  }

  /// What somebody wrote in a ticket, fit to be quoted to the hospital.
  String quotable(String text) {
    var quoted = masker.mask(text.strip()).text();
    for (var person : people.everybody()) quoted = without(person, quoted);
    return quoted;
  }

  private static String without(Person person, String text) {
    var name = person.name();
    if (name.length() < SHORTEST_NAME || !text.contains(name)) return text;
    return text.replace(name, name.charAt(0) + "*".repeat(name.length() - 1));
  }
}
