package org.apricotdesk.desk.target;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One year's calendar as a file.
///
/// @param hours `default` and, where a campus differs, the campus: lists of from and to
/// @param weekend days of the week, Monday is 1
record CalendarFile(
    Optional<JsonNode> sample,
    int year,
    @JsonProperty("timezone") @Nullable String zone,
    Optional<String> note,
    @JsonProperty("working_hours") Map<String, JsonNode> hours,
    @JsonProperty("weekend_days") List<Integer> weekend,
    List<Holiday> holidays,
    @JsonProperty("working_weekends") List<Worked> worked,
    @JsonProperty("expected_working_days") Optional<Expected> expected,
    @JsonProperty("duty_shifts") Optional<JsonNode> shifts,
    @JsonProperty("maintenance_windows") Optional<JsonNode> windows) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  record Holiday(@Nullable String name, String from, String to) {}

  record Worked(String date, Optional<String> because) {}

  record Expected(@JsonProperty("by_month") Map<String, Integer> byMonth, int total) {
    Expected {
      byMonth = byMonth == null ? Map.of() : Map.copyOf(byMonth);
    }
  }

  CalendarFile {
    hours = hours == null ? Map.of() : Map.copyOf(hours);
    weekend = weekend == null ? List.of(6, 7) : List.copyOf(weekend);
    holidays = holidays == null ? List.of() : List.copyOf(holidays);
    worked = worked == null ? List.of() : List.copyOf(worked);
  }

  /// @throws JsonProcessingException if the text is no calendar; the message says where
  static CalendarFile read(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, CalendarFile.class);
  }
}
