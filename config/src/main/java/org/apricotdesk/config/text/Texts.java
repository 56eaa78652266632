package org.apricotdesk.config.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// One feature's texts: `texts.properties` (Chinese) and `texts_en.properties` beside its class.
///
/// Texts are ICU message patterns: `{0}` is the first argument, `{0,number,#}` a number without
/// thousands separators, and two apostrophes print one.
public final class Texts {
  private static final Map<Class<?>, Texts> BUNDLES = new ConcurrentHashMap<>();

  private final String where;
  private final Map<String, String> chinese;
  private final Map<String, String> english;

  private Texts(Class<?> anchor) {
    this.where = anchor.getPackageName();
    this.chinese = read(anchor, "texts.properties");
    this.english = read(anchor, "texts_en.properties");
  }

  /// The texts that lie beside a class.
  public static Texts of(Class<?> anchor) {
    return BUNDLES.computeIfAbsent(anchor, Texts::new);
  }

  /// The text in the reader's language.
  ///
  /// @throws IllegalArgumentException if there is no text of that key
  public String say(Locale locale, String key, Object... arguments) {
    var bundle = locale.getLanguage().equals("en") ? english : chinese;
    var pattern = bundle.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text '" + key + "' for " + locale + " in " + where);
    }
    var readable = Arrays.stream(arguments).map(Texts::readable).toArray();
    return new MessageFormat(pattern, locale).format(readable);
  }

  public boolean has(String key) {
    return chinese.containsKey(key);
  }

  public Set<String> keys() {
    return Collections.unmodifiableSet(chinese.keySet());
  }

  /// Keys that only one of the two languages has; empty when the bundle is complete.
  public Set<String> incomplete() {
    var odd = new java.util.TreeSet<>(chinese.keySet());
    odd.removeAll(english.keySet());
    english.keySet().stream().filter(key -> !chinese.containsKey(key)).forEach(odd::add);
    return odd;
  }

  private static Object readable(Object argument) {
    return argument instanceof Number || argument instanceof Date
        ? argument
        : String.valueOf(argument);
  }

  private static Map<String, String> read(Class<?> anchor, String name) {
    var texts = new Properties();
    try (var in = anchor.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + anchor.getName());
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " beside " + anchor.getName(), e);
    }
    var sorted = new TreeMap<String, String>();
    texts.stringPropertyNames().forEach(key -> sorted.put(key, texts.getProperty(key)));
    return sorted;
  }
}
