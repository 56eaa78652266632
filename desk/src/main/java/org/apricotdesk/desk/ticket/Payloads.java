package org.apricotdesk.desk.ticket;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.vertx.core.json.JsonObject;
import org.apricotdesk.desk.fact.Facts;
import org.apricotdesk.desk.fact.Kinds;

/// Stages as JSON, each with its name, and what happened by the name of the event.
final class Payloads {
  private static final Kinds<TicketEvent.What> KINDS = Kinds.of(TicketEvent.What.class);

  private static final ObjectReader FROM_STAGE = stages().readerFor(Stage.class);
  private static final ObjectWriter TO_STAGE = stages().writerFor(Stage.class);

  private Payloads() {}

  private static ObjectMapper stages() {
    var mapper = Facts.mapper().addMixIn(Stage.class, Named.class);
    mapper.registerSubtypes(Stage.class.getPermittedSubclasses());
    return mapper;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  /// @throws IllegalStateException if an event cannot be read, which would be our mistake
  static TicketEvent.What what(String type, JsonObject payload) {
    return KINDS.read(type, payload);
  }

  static Stage stage(JsonObject json) {
    try {
      return FROM_STAGE.readValue(json.encode());
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot read a stage", failure);
    }
  }

  static JsonObject stage(Stage stage) {
    try {
      return new JsonObject(TO_STAGE.writeValueAsString(stage));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot write a stage", failure);
    }
  }
}
