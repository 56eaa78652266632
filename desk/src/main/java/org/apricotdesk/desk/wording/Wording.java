package org.apricotdesk.desk.wording;

import java.time.Instant;
import org.apricotdesk.desk.staff.PersonId;

/// What is said instead of a built-in text, in one language.
///
/// @param name of the message, such as `notice.taken`
/// @param language `zh` or `en`
/// @param version grows with every change; also after a reset it does not begin anew
public record Wording(
    String name, String language, String text, int version, PersonId by, Instant at) {}
