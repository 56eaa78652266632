package org.apricotdesk.desk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// The OpenAPI contract, put together from the pieces of all features.
final class Contract {
  private static final ObjectMapper YAML = new YAMLMapper();

  private Contract() {}

  static JsonObject of(List<ApiPart> parts) {
    var contract = read(Contract.class, "contract.yaml");
    for (var part : parts) {
      var piece = read(part.getClass(), part.contract());
      merge(contract.getJsonObject("paths"), piece.getJsonObject("paths", new JsonObject()));
      var components = piece.getJsonObject("components", new JsonObject());
      merge(
          contract.getJsonObject("components").getJsonObject("schemas"),
          components.getJsonObject("schemas", new JsonObject()));
    }
    return contract;
  }

  /// The contract as the router takes it: with some host before the path, and error answers without
  /// their media type, since the library knows `application/json` only.
  static JsonObject forRouter(JsonObject contract) {
    var bare = contract.copy();
    var server = bare.getJsonArray("servers").getJsonObject(0);
    server.put("url", "http://localhost" + server.getString("url"));
    for (var path : objects(bare.getJsonObject("paths")))
      for (var operation : objects(path)) {
        var responses = operation.getJsonObject("responses");
        responses.fieldNames().stream()
            .filter(status -> status.compareTo("400") >= 0)
            .forEach(status -> responses.getJsonObject(status).remove("content"));
      }
    return bare;
  }

  private static List<JsonObject> objects(JsonObject parent) {
    return parent.fieldNames().stream().map(parent::getJsonObject).toList();
  }

  private static void merge(JsonObject all, JsonObject piece) {
    for (var name : piece.fieldNames()) {
      if (all.containsKey(name))
        throw new IllegalStateException("two pieces of the contract define " + name);
      all.put(name, piece.getValue(name));
    }
  }

  @SuppressWarnings("unchecked") // every YAML mapping is a map of names
  private static JsonObject read(Class<?> anchor, String name) {
    try (var in = anchor.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("no " + name + " beside " + anchor.getName());
      return new JsonObject((Map<String, Object>) YAML.readValue(in, Map.class));
    } catch (JsonProcessingException wrong) {
      throw new IllegalStateException(name + " is no YAML", wrong);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + name, failure);
    }
  }
}
