package org.apricotdesk.desk.ticket.web;

import java.util.Optional;

/// The report form with what was typed so far.
///
/// @param department of the reader, where the trouble is unless they say otherwise
/// @param problem the key of what is wrong with it
public record ReportPage(
    String what, String where, Optional<String> department, Optional<String> problem) {}
