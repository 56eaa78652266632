package org.apricotdesk.desk.web;

import java.net.URI;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;

/// Who stands behind a browser, told by WeCom alone (implemented by `bot.signin`).
public interface Identity {
  /// Whether WeCom tells it here at all: it does for an application, not for a robot alone.
  default boolean isOffered() {
    return true;
  }

  /// WeCom's page that sends the browser back to `callback` with a code: silently where the page
  /// already runs inside WeCom, by QR code elsewhere.
  URI authorize(boolean insideWeCom, URI callback, String state);

  /// The member behind a code; empty if it is unknown, used, expired, or not a member's.
  Optional<PersonId> whoIs(String code);
}
