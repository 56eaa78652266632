package org.apricotdesk.desk.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
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
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apricotdesk.desk.target.Priority;

/// Records as JSON, by the names of their components: ids as plain values, codes in lower case
/// except `P1` to `P4`, nothing said about what is absent.
public final class Facts {
  private static final JavaType MAP =
      TypeFactory.defaultInstance().constructMapType(Map.class, String.class, Object.class);
  private static final ObjectMapper MAPPER = mapper();

  private static final ClassValue<String> TYPES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> what) {
          return spelled(what);
        }
      };

  private Facts() {}

  /// A mapper of its own for a package that needs a rule more.
  public static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModules(new Jdk8Module(), new JavaTimeModule(), values())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .serializationInclusion(JsonInclude.Include.NON_ABSENT)
        .build();
  }

  public static JsonObject of(Object fact) {
    try {
      return new JsonObject(MAPPER.writeValueAsString(fact));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot write " + fact.getClass().getSimpleName(), failure);
    }
  }

  /// @throws IllegalStateException if it cannot be read, which would be our mistake
  public static <T> T read(JsonObject json, Class<T> type) {
    return read(json.encode(), type);
  }

  /// @param json any value, such as a code in quotes
  /// @throws IllegalStateException if it cannot be read, which would be our mistake
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot read " + type.getSimpleName(), failure);
    }
  }

  /// The name of a kind of event in the log: `partly_restored` of `PartlyRestored`.
  public static String typeOf(Class<?> what) {
    return TYPES.get(what);
  }

  private static String spelled(Class<?> what) {
    return what.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static SimpleModule values() {
    var module = new SimpleModule();
    writer(module, Enum.class, Facts::code);
    writer(module, JsonObject.class, JsonObject::getMap);
    module.addDeserializer(
        JsonObject.class,
        new StdScalarDeserializer<>(JsonObject.class) {
          private static final long serialVersionUID = 1;

          @Override
          public JsonObject deserialize(JsonParser in, DeserializationContext context)
              throws IOException {
            return new JsonObject(in.getCodec().<Map<String, Object>>readValue(in, MAP));
          }
        });
    return module;
  }

  private static String code(Enum<?> value) {
    return value instanceof Priority ? value.name() : value.name().toLowerCase(Locale.ROOT);
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
