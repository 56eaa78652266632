package org.apricotdesk.desk.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The catalogue as a file: nodes of three levels in one list.
record CatalogueFile(
    Optional<JsonNode> sample,
    Optional<String> version,
    Optional<JsonNode> levels,
    Optional<JsonNode> priorities,
    Optional<String> note,
    List<Node> nodes) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  CatalogueFile {
    nodes = orEmpty(nodes);
  }

  /// @throws JsonProcessingException if the text is no catalogue; the message says where
  static CatalogueFile read(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, CatalogueFile.class);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  record Node(
      String code,
      int level,
      Optional<String> parent,
      String name,
      @JsonProperty("path_zh") Optional<String> path,
      List<String> keywords,
      Optional<String> team,
      Optional<String> squad,
      Optional<String> speciality,
      @JsonProperty("default_priority") Optional<String> defaultPriority,
      @JsonProperty("asset_type") Optional<String> assetType,
      @JsonProperty("around_the_clock") boolean aroundTheClock,
      @JsonProperty("ticket_type") Optional<String> ticketType,
      Optional<String> successor) {
    Node {
      keywords = orEmpty(keywords);
    }
  }
}
