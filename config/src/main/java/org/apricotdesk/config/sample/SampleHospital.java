package org.apricotdesk.config.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// 杏林市第一人民医院: fictional, with invented people; see the README beside the data.
public final class SampleHospital {
  private static final int ARTICLES = 160;

  private SampleHospital() {}

  /// Campuses, departments, teams, people.
  public static String org() {
    return read("org.json");
  }

  public static String catalogue() {
    return read("catalogue.json");
  }

  public static String calendar() {
    return read("calendar-2026.json");
  }

  /// Spare devices by kind.
  public static String spares() {
    return read("spares.json");
  }

  /// Names of the knowledge articles' files, such as `KB-0001.md`.
  public static List<String> articles() {
    return IntStream.rangeClosed(1, ARTICLES).mapToObj("KB-%04d.md"::formatted).toList();
  }

  public static String article(String name) {
    return read("kb/" + name);
  }

  /// Writes the knowledge articles into a folder, as an administrator would have them to import.
  public static void writeArticles(Path folder) {
    try {
      Files.createDirectories(folder);
      for (var name : articles()) {
        Files.writeString(folder.resolve(name), article(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the sample articles to " + folder, e);
    }
  }

  private static String read(String name) {
    try (var in = SampleHospital.class.getResourceAsStream(name)) {
      var bytes = Objects.requireNonNull(in, () -> "no sample file " + name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sample file " + name, e);
    }
  }
}
