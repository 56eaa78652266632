package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.ImportReport;

/// What can be taken out and brought in.
///
/// @param report what an import just did, or why it did nothing
/// @param counts what it did in words, one line a kind
public record ExchangePage(
    List<String> exports,
    List<String> imports,
    Optional<ImportReport> report,
    List<String> counts) {}
