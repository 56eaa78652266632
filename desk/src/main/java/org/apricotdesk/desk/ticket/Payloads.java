package org.apricotdesk.desk.ticket;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.fact.Kinds;

/// Stages as JSON, each with its name, and what happened by the name of the event.
final class Payloads {
  private static final Kinds<TicketEvent.What> KINDS = Kinds.of(TicketEvent.What.class);

  private static final ObjectMapper STAGES = Facts.mapper().addMixIn(Stage.class, Named.class);

  static {
    STAGES.registerSubtypes(Stage.class.getPermittedSubclasses());
  }

  private Payloads() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  /// @throws IllegalStateException if an event cannot be read, which would be our mistake
  static TicketEvent.What what(String type, JsonObject payload) {
    return KINDS.read(type, payload);
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
