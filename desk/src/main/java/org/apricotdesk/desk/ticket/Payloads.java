package org.apricotdesk.desk.ticket;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apricotdesk.desk.fact.Facts;

/// Stages as JSON, each with its name, and what happened by the name of the event.
final class Payloads {
  private static final Map<String, Class<?>> TYPES =
      Arrays.stream(TicketEvent.What.class.getPermittedSubclasses())
          .collect(Collectors.toMap(Facts::typeOf, type -> type));

  private static final ObjectMapper STAGES = Facts.mapper().addMixIn(Stage.class, Named.class);

  static {
    STAGES.registerSubtypes(Stage.class.getPermittedSubclasses());
  }

  private Payloads() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  /// @throws IllegalStateException if an event cannot be read, which would be our mistake
  static TicketEvent.What what(String type, JsonObject payload) {
    var known = TYPES.get(type);
    if (known == null) throw new IllegalStateException("no ticket event is called " + type);
    return (TicketEvent.What) Facts.read(payload, known);
  }

  static Stage stage(JsonObject json) {
    try {
      return STAGES.readValue(json.encode(), Stage.class);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot read a stage", failure);
    }
  }

  static JsonObject stage(Stage stage) {
    try {
      return new JsonObject(STAGES.writerFor(Stage.class).writeValueAsString(stage));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot write a stage", failure);
    }
  }
}
