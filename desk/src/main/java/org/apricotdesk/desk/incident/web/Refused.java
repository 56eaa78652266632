package org.apricotdesk.desk.incident.web;

import java.util.Optional;

/// The form on a page that was refused, with what was typed into it.
///
/// @param why in words; empty if none was
public record Refused(String action, Typed typed, Optional<String> why) {
  static final Refused NONE = new Refused("", Typed.NOTHING, Optional.empty());

  /// What stands in the form of this action.
  public Typed typed(String form) {
    return is(form) ? typed : Typed.NOTHING;
  }

  public boolean is(String form) {
    return why.isPresent() && action.equals(form);
  }
}
