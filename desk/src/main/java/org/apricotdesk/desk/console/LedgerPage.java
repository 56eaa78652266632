package org.apricotdesk.desk.console;

import java.util.List;

/// The kinds of lines the ledger has.
///
/// @param sections one each, such as `ledger/security`
public record LedgerPage(List<String> sections) {}
