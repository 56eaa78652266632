package org.apricotdesk.desk.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apricotdesk.desk.staff.Person;
import org.apricotdesk.desk.staff.Role;

/// Who may call a route. Rows behind the route are limited further by `desk.staff.Access`.
public sealed interface Rule {
  /// Open to the world; the reason is read in review (`routes-without-sign-in.txt`).
  record Anyone(String reason) implements Rule {}

  /// Any member of the hospital.
  record SignedIn() implements Rule {}

  /// Members who hold one of the roles.
  record AnyOf(Set<Role> roles) implements Rule {
    public AnyOf {
      roles = Set.copyOf(roles);
    }
  }

  static Rule anyone(String reason) {
    return new Anyone(reason);
  }

  static Rule signedIn() {
    return new SignedIn();
  }

  static Rule anyOf(Role... roles) {
    return new AnyOf(EnumSet.copyOf(List.of(roles)));
  }

  /// Whether a signed-in caller may pass.
  default boolean allows(Person caller) {
    return switch (this) {
      case Anyone _, SignedIn _ -> true;
      case AnyOf(var roles) -> caller.roles().stream().anyMatch(roles::contains);
    };
  }
}
