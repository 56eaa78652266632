package org.apricotdesk.config.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The given values by key: looks each up, and collects what is wrong instead of stopping at it.
final class SettingValues {
  private final Map<String, String> given;
  private final List<String> problems = new ArrayList<>();

  /// @param given path to value, the environment already laid over the file
  SettingValues(Map<String, String> given) {
    this.given = given;
  }

  List<String> problems() {
    return problems;
  }

  void problem(String problem) {
    problems.add(problem);
  }

  /// The value, its file's content, or the default; empty if all three are.
  Optional<String> find(SettingKey key) {
    var direct = given.get(key.path());
    var file = given.get(key.path() + SettingKey.FILE_SUFFIX);
    if (direct != null && file != null) {
      problem(key.path() + " is given twice: directly and as " + key.path() + "-file");
    }
    var value = direct != null ? direct : file != null ? content(key, file) : key.fallback();
    return Optional.of(value.strip()).filter(v -> !v.isEmpty());
  }

  /// A value that must be there, read by `parse`; a stand-in where it is missing or malformed.
  <T> T read(SettingKey key, String wanted, T standIn, Function<String, T> parse) {
    var value = find(key);
    if (value.isEmpty()) {
      problem(key.path() + " is missing: it must be " + wanted);
      return standIn;
    }
    try {
      return parse.apply(value.get());
    } catch (RuntimeException _) {
      var shown = key.mayBeFile() ? "" : ", not '" + value.get() + "'";
      problem(key.path() + " must be " + wanted + shown);
      return standIn;
    }
  }

  Secret secret(SettingKey key, String wanted) {
    return read(key, wanted, new Secret(""), Secret::new);
  }

  private String content(SettingKey key, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException _) {
      problem(key.path() + "-file cannot be read: " + file);
      return "";
    }
  }
}
