package org.apricotdesk.desk.round.web;

import java.util.List;
import java.util.Optional;
import org.apricotdesk.desk.round.Finding;

/// The notebook of a visit.
///
/// @param writes whether the reader may write in it
public record NotebookPage(
    Stop stop,
    List<Finding> findings,
    boolean writes,
    boolean settles,
    boolean confirms,
    boolean leads,
    Optional<String> problem) {}
