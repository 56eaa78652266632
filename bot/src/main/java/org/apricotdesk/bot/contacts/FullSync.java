package org.apricotdesk.bot.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apricotdesk.desk.Desk;
import org.apricotdesk.desk.staff.DirectorySync;
import org.apricotdesk.desk.staff.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes over the whole address book. Whoever is missing is asked for by name before they count as
/// gone, and if very many are missing nobody does: then the app is shown too little.
final class FullSync {
  private static final Logger LOG = LoggerFactory.getLogger(FullSync.class);
  private static final int ALWAYS_POSSIBLE = 10;
  private static final int ONE_IN = 5;

  private final Desk desk;
  private final AddressBook book;

  FullSync(Desk desk, AddressBook book) {
    this.desk = desk;
    this.book = book;
  }

  void run() {
    if (desk.people().campuses().isEmpty())
      return; // nobody has a place before the register is loaded
    var members = new ArrayList<>(book.everybody());
    var missing = missing(members);
    if (missing.size() > Math.max(ALWAYS_POSSIBLE, active().size() / ONE_IN)) {
      LOG.error(
          "{} of {} people are not in the address book; is the app visible to the whole hospital?"
              + " Nobody was dismissed",
          missing.size(),
          active().size());
      members.forEach(desk::join);
      return;
    }
    missing.forEach(one -> book.memberNow(one.id()).ifPresent(members::add));
    var changes = desk.sync(members);
    if (changes.joinedOrChanged() > 0 || !changes.left().isEmpty())
      LOG.info(
          "address book: {} joined or changed, {} left",
          changes.joinedOrChanged(),
          changes.left().size());
  }

  private List<Person> missing(List<DirectorySync.Member> members) {
    var there = members.stream().map(DirectorySync.Member::id).collect(Collectors.toSet());
    return active().stream().filter(one -> !there.contains(one.id())).toList();
  }

  private List<Person> active() {
    return desk.people().everybody().stream().filter(Person::active).toList();
  }
}
