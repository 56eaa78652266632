package org.apricotdesk.bot.simulator;

import java.util.List;
import java.util.Locale;

/// A member of the simulated corp.
///
/// @param departments ids, the first is the main one
public record Member(String userid, String name, List<Integer> departments, String position) {
  public Member {
    if (!userid.matches("[0-9A-Za-z][0-9A-Za-z_@.\\-]{0,63}")) {
      throw new IllegalArgumentException("not a userid: " + userid);
    }
    departments = List.copyOf(departments);
  }

  /// A member of the root department.
  public static Member of(String userid, String name) {
    return new Member(userid, name, List.of(Department.ROOT), "");
  }

  /// WeCom compares userids without case.
  String key() {
    return key(userid);
  }

  static String key(String userid) {
    return userid.toLowerCase(Locale.ROOT);
  }
}
