package org.apricotdesk.desk.console;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.staff.Role;
import org.apricotdesk.desk.staff.Tokens;

/// The page of API tokens.
///
/// @param roles that the reader may give
/// @param issued those that open something today
/// @param fresh a token just made, shown this once
/// @param problem the key of what is wrong with the form
public record TokensPage(
    List<Role> roles,
    List<Tokens.Issued> issued,
    Optional<String> fresh,
    Optional<String> problem) {}
