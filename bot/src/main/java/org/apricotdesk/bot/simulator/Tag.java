package org.apricotdesk.bot.simulator;

import java.util.List;

/// A label of the address book, on members and on whole departments.
public record Tag(int id, String name, List<String> members, List<Integer> departments) {
  public Tag {
    members = List.copyOf(members);
    departments = List.copyOf(departments);
  }
}
