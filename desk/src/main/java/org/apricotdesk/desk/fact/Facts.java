package org.apricotdesk.desk.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import org.apricotdesk.desk.catalogue.CategoryCode;
import org.apricotdesk.desk.staff.CampusId;
import org.apricotdesk.desk.staff.DepartmentId;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.staff.TeamId;
import org.apricotdesk.desk.ticket.AttachmentId;
import org.apricotdesk.desk.ticket.TicketNumber;

/// Records as JSON, by the names of their components: ids as plain values, codes in lower case,
/// nothing said about what is absent.
public final class Facts {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule(), ids())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .build();

  private Facts() {}

  public static JsonObject of(Object fact) {
    try {
      return new JsonObject(MAPPER.writeValueAsString(fact));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot write " + fact.getClass().getSimpleName(), failure);
    }
  }

  /// @throws IllegalStateException if it cannot be read, which would be our mistake
  public static <T> T read(JsonObject json, Class<T> type) {
    try {
      return MAPPER.readValue(json.encode(), type);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot read " + type.getSimpleName(), failure);
    }
  }

  /// The name of a kind of event in the log: `partly_restored` of `PartlyRestored`.
  public static String typeOf(Class<?> what) {
    return what.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static SimpleModule ids() {
    var module = new SimpleModule();
    scalar(module, PersonId.class, PersonId::value, PersonId::new);
    scalar(module, CampusId.class, CampusId::value, CampusId::new);
    scalar(module, DepartmentId.class, DepartmentId::value, DepartmentId::new);
    scalar(module, TeamId.class, TeamId::value, TeamId::new);
    scalar(module, CategoryCode.class, CategoryCode::value, CategoryCode::new);
    scalar(module, AttachmentId.class, AttachmentId::sha256, AttachmentId::new);
    scalar(module, TicketNumber.class, TicketNumber::value, Facts::ticket);
    writer(module, Enum.class, value -> value.name().toLowerCase(Locale.ROOT));
    return module;
  }

  private static TicketNumber ticket(String digits) {
    return new TicketNumber(Long.parseLong(digits));
  }

  private static <T> void scalar(
      SimpleModule module, Class<T> type, Function<T, Object> out, Function<String, T> in) {
    writer(module, type, out);
    module.addDeserializer(
        type,
        new StdScalarDeserializer<>(type) {
          private static final long serialVersionUID = 1;

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
