package org.apricotdesk.desk.brief;

import java.time.Instant;
import java.util.Optional;
import org.apricotdesk.desk.staff.PersonId;

/// One brief as it stands.
///
/// @param revision counts the versions of the text; who changes an older one is refused
/// @param body Markdown
/// @param editor who wrote this version
/// @param facts the numbers it was drafted from; they never change afterwards
/// @param note what the reviewer said when giving it back
/// @param corrects the published brief whose numbers this one puts right
/// @param submitter who asked for it to be published
public record Brief(
    long id,
    Kind kind,
    Days days,
    State state,
    int revision,
    String title,
    String body,
    PersonId editor,
    Facts facts,
    Audience audience,
    String note,
    Optional<Long> corrects,
    Optional<PersonId> submitter,
    Optional<Published> published) {

  /// @param issue its number, counted over all briefs
  public record Published(int issue, PersonId by, Instant at) {}
}
