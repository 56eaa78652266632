package org.apricotdesk.desk.indicator;

import java.time.LocalDate;

/// One thing behind a figure that is counted from something else than tickets.
///
/// @param kind how such figures tell it apart, such as `near_miss`; mostly empty
/// @param gist the numbers of it
public record Matter(String title, LocalDate on, String kind, String gist) {}
