package org.apricotdesk.desk.maintenance.web;

import java.util.Optional;

/// One planned downtime, and what the reader may do about it.
///
/// @param by who asked for it
/// @param begun whether its time has come
public record WorkPage(
    Line line,
    String by,
    Optional<String> approver,
    boolean begun,
    boolean leads,
    boolean approves,
    Optional<String> problem) {}
