package org.apricotdesk.desk.brief;

import java.util.List;
import java.util.Optional;

/// A page of the published briefs.
///
/// @param more the issue after which the next page begins
public record ListPage(List<Brief> briefs, Optional<Integer> more) {}
