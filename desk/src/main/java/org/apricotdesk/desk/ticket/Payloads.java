package org.apricotdesk.desk.ticket;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.target.Priority;

/// Events and stages as JSON, by the names of their record components: ids as plain values, codes
/// in lower case, nothing said about what is absent.
final class Payloads {
  private static final Map<String, Class<?>> TYPES =
      Arrays.stream(TicketEvent.What.class.getPermittedSubclasses())
          .collect(Collectors.toMap(TicketEvent.What::typeOf, type -> type));

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule(), values())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addMixIn(Stage.class, Named.class)
          .serializationInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT)
          .build();

  static {
    MAPPER.registerSubtypes(Stage.class.getPermittedSubclasses());
  }

  private Payloads() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  static JsonObject of(Object value) {
    return new JsonObject(MAPPER.<Map<String, Object>>convertValue(value, MAP));
  }

  private static final com.fasterxml.jackson.databind.JavaType MAP =
      TypeFactory.defaultInstance().constructMapType(Map.class, String.class, Object.class);

  /// @throws IllegalStateException if an event cannot be read, which would be our mistake
  static TicketEvent.What what(String type, JsonObject payload) {
    var known = TYPES.get(type);
    if (known == null) throw new IllegalStateException("no ticket event is called " + type);
    return (TicketEvent.What) read(payload.encode(), known);
  }

  static Stage stage(JsonObject json) {
    return read(json.encode(), Stage.class);
  }

  static JsonObject stage(Stage stage) {
    try {
      return new JsonObject(MAPPER.writerFor(Stage.class).writeValueAsString(stage));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot write a stage", failure);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot read " + type.getSimpleName(), failure);
    }
  }

  private static SimpleModule values() {
    var module = new SimpleModule();
    scalar(module, PersonId.class, PersonId::value, PersonId::new);
    scalar(module, CampusId.class, CampusId::value, CampusId::new);
    scalar(module, DepartmentId.class, DepartmentId::value, DepartmentId::new);
    scalar(module, TeamId.class, TeamId::value, TeamId::new);
    scalar(module, CategoryCode.class, CategoryCode::value, CategoryCode::new);
    scalar(module, AttachmentId.class, AttachmentId::sha256, AttachmentId::new);
    scalar(module, TicketNumber.class, TicketNumber::value, v -> number(v));
    writer(module, Enum.class, Payloads::code);
    writer(module, JsonObject.class, JsonObject::getMap);
    module.addDeserializer(
        JsonObject.class,
        new StdScalarDeserializer<>(JsonObject.class) {
          @Override
          public JsonObject deserialize(JsonParser in, DeserializationContext c)
              throws IOException {
            return new JsonObject(in.getCodec().<Map<String, Object>>readValue(in, MAP));
          }
        });
    return module;
  }

  private static TicketNumber number(String digits) {
    return new TicketNumber(Long.parseLong(digits));
  }

  private static String code(Enum<?> value) {
    return value instanceof Priority ? value.name() : value.name().toLowerCase(Locale.ROOT);
  }

  private static <T> void scalar(
      SimpleModule module, Class<T> type, Function<T, Object> out, Function<String, T> in) {
    writer(module, type, out);
    module.addDeserializer(
        type,
        new StdScalarDeserializer<>(type) {
          @Override
          public T deserialize(JsonParser parser, DeserializationContext context)
              throws IOException {
            return in.apply(parser.getText());
          }
        });
  }

  private static <T> void writer(SimpleModule module, Class<T> type, Function<T, Object> out) {
    module.addSerializer(
        type,
        new StdSerializer<>(type) {
          private static final long serialVersionUID = 1;

          @Override
          public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
              throws IOException {
            generator.writePOJO(out.apply(value));
          }
        });
  }
}
