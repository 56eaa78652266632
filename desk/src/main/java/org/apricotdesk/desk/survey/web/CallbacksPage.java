package org.apricotdesk.desk.survey.web;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.survey.Callback;
import org.apricotdesk.desk.survey.Wilson;

/// Who is to be called back.
///
/// @param satisfied of those who rated in the last thirty days
/// @param names of the reporters, by place in the list; `phones` of their departments
public record CallbacksPage(
    List<Callback> open,
    List<String> names,
    List<String> phones,
    Optional<Wilson> satisfied,
    Optional<String> problem) {}
