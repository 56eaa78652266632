package org.apricotdesk.config.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The settings file as paths and values: `http: {port: 80}` is `http.port` with `80`.
record SettingsFile(Map<String, String> values) {
  /// Set by the launcher, not settings.
  private static final List<String> LAUNCHER = List.of("APRICOT_HOME", "APRICOT_JAVA_OPTS");

  static SettingsFile empty() {
    return new SettingsFile(Map.of());
  }

  /// @throws SettingsException if the file cannot be read or is no YAML
  static SettingsFile read(Path file) {
    try {
      var values = new LinkedHashMap<String, String>();
      flatten("", new YAMLMapper().readTree(Files.readString(file)), values);
      return new SettingsFile(values);
    } catch (IOException e) {
      var what = Files.exists(file) ? "is not valid YAML" : "does not exist";
      throw new SettingsException(List.of("settings file " + file + " " + what));
    }
  }

  /// These values with the environment's over them.
  Map<String, String> under(Map<String, String> environment) {
    var all = new HashMap<>(values);
    for (var key : SettingKey.values()) {
      take(key.path(), environment, all);
      if (key.mayBeFile()) take(key.path() + SettingKey.FILE_SUFFIX, environment, all);
    }
    return all;
  }

  private static void take(String path, Map<String, String> from, Map<String, String> to) {
    var value = from.get(SettingKey.environmentName(path));
    if (value != null) to.put(path, value);
  }

  /// A line for each name that is no setting.
  List<String> unknown(Map<String, String> environment) {
    var inFile =
        values.keySet().stream()
            .filter(path -> SettingKey.of(path).isEmpty())
            .map(path -> "unknown setting " + path);
    var outside =
        environment.keySet().stream()
            .filter(SettingKey::isEnvironmentName)
            .filter(name -> SettingKey.ofEnvironment(name).isEmpty() && !LAUNCHER.contains(name))
            .map(name -> "unknown setting " + name + " in the environment");
    return Stream.concat(inFile, outside).sorted().toList();
  }

  private static void flatten(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e ->
                  flatten(
                      path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), into));
    } else if (node.isArray()) {
      into.put(
          path,
          StreamSupport.stream(node.spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(",")));
    } else if (!node.isNull() && !node.isMissingNode()) {
      into.put(path, node.asText());
    }
  }
}
