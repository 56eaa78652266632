package org.apricotdesk.bot.contacts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apricotdesk.bot.wecom.client.Member;
import org.apricotdesk.bot.wecom.client.WeComClient;
import org.apricotdesk.desk.staff.DirectorySync;
import org.apricotdesk.desk.staff.People;
import org.apricotdesk.desk.staff.PersonId;

/// Reads the platform's address book in the desk's terms.
final class AddressBook {
  private static final Duration FRESH = Duration.ofHours(1);

  private final WeComClient client;
  private final People people;
  private final Clock clock;
  private volatile Optional<Read> departments = Optional.empty();

  private record Read(Places places, Instant at) {}

  AddressBook(WeComClient client, People people, Clock clock) {
    this.client = client;
    this.people = people;
    this.clock = clock;
  }

  /// Somebody who works here; empty if they have left or the app is not shown them.
  Optional<DirectorySync.Member> member(PersonId who) {
    return client
        .member(who.value())
        .filter(Member::active)
        .map(found -> member(found, placesFor(found)));
  }

  /// The same, asked of the platform even if it was asked lately.
  Optional<DirectorySync.Member> memberNow(PersonId who) {
    client.forgetMember(who.value());
    return member(who);
  }

  /// Everybody the app is shown.
  List<DirectorySync.Member> everybody() {
    departments = Optional.empty();
    var places = places();
    var found = new TreeMap<String, DirectorySync.Member>();
    for (var department : client.departments())
      for (var member : client.members(department.id()))
        if (member.active()) {
          var one = member(member, places);
          found.put(one.id().value(), one);
        }
    return new ArrayList<>(found.values());
  }

  private static DirectorySync.Member member(Member found, Places places) {
    var id = new PersonId(found.userid());
    var name = found.name().isBlank() ? id.value() : found.name();
    return new DirectorySync.Member(id, name, places.of(found.departments()));
  }

  /// Departments may be newer than what was read last: then all are read anew.
  private Places placesFor(Member found) {
    if (!places().know(found.departments())) departments = Optional.empty();
    return places();
  }

  private Places places() {
    var known = departments;
    if (known.isPresent() && known.get().at().plus(FRESH).isAfter(clock.instant()))
      return known.get().places();
    var read = new Read(new Places(client.departments(), people), clock.instant());
    departments = Optional.of(read);
    return read.places();
  }
}
