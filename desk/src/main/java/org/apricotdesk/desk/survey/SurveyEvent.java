package org.apricotdesk.desk.survey;

import java.time.Instant;
import java.util.List;
import org.apricotdesk.config.event.Event;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.staff.PersonId;

/// People are asked for their opinion, or reminded.
///
/// @param key the quarter: `2026Q1`
public record SurveyEvent(String key, boolean reminder, Asked asked) {
  public static final String STREAM = "survey";
  static final String INVITED = "invited";
  static final String REMINDED = "reminded";

  /// @param closes until when there is time
  public record Asked(List<PersonId> people, Instant closes) {}

  public static SurveyEvent of(Event event) {
    var asked = Facts.read(event.payload(), Asked.class);
    return new SurveyEvent(event.key(), event.type().equals(REMINDED), asked);
  }
}
