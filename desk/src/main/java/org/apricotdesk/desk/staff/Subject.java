package org.apricotdesk.desk.staff;

import java.util.Optional;

/// What the rules of access look at in a ticket.
///
/// @param unclaimed whether it waits in the pool
/// @param incident whether it is merged into something larger
public record Subject(
    PersonId requester,
    Optional<PersonId> assignee,
    Optional<TeamId> team,
    CampusId campus,
    Optional<DepartmentId> department,
    boolean unclaimed,
    boolean incident) {}
