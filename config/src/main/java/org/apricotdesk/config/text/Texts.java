package org.apricotdesk.config.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ListFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// One feature's texts: `texts.properties` (Chinese) and `texts_en.properties` beside its class.
///
/// Texts are ICU message patterns: `{0}` is the first argument, `{0,number,#}` a number without
/// thousands separators, and two apostrophes print one. A collection is printed as a list.
public final class Texts {
  private static final Map<Class<?>, Texts> BUNDLES = new ConcurrentHashMap<>();

  /// More than there are texts in both languages; drafts of wordings come and go.
  private static final int MOST = 10_000;

  private static final Map<Pattern, MessageFormat> FORMATS = new ConcurrentHashMap<>();

  private record Pattern(String text, Locale locale) {}

  private final String where;
  private final Rewording rewording;
  private final Map<String, String> chinese;
  private final Map<String, String> english;

  private Texts(Class<?> anchor) {
    this.where = anchor.getPackageName();
    this.rewording = Rewording.NONE;
    this.chinese = read(anchor, "texts.properties");
    this.english = read(anchor, "texts_en.properties");
  }

  private Texts(Texts built, Rewording rewording) {
    this.where = built.where;
    this.rewording = rewording;
    this.chinese = built.chinese;
    this.english = built.english;
  }

  /// The texts that lie beside a class.
  public static Texts of(Class<?> anchor) {
    return BUNDLES.computeIfAbsent(anchor, Texts::new);
  }

  /// The same, with what somebody wants to be said instead.
  public Texts reworded(Rewording instead) {
    return new Texts(this, instead);
  }

  /// The text in the reader's language.
  ///
  /// @throws IllegalArgumentException if there is no text of that key
  public String say(Locale locale, String key, Object... arguments) {
    var built = pattern(locale, key);
    var pattern = rewording.pattern(name(key), locale).orElse(built);
    var readable = Arrays.stream(arguments).map(one -> readable(locale, one)).toArray();
    return format(pattern, locale, readable);
  }

  /// Reading a pattern takes longer than filling it in, so those that are said are kept. Each fills
  /// in one text at a time.
  private static String format(String pattern, Locale locale, Object[] arguments) {
    var key = new Pattern(pattern, locale);
    var known = FORMATS.get(key);
    var format = known == null ? new MessageFormat(pattern, locale) : known;
    if (known == null && FORMATS.size() < MOST) FORMATS.put(key, format);
    synchronized (format) {
      return format.format(arguments);
    }
  }

  /// The pattern of the bundle.
  ///
  /// @throws IllegalArgumentException if there is no text of that key
  public String pattern(Locale locale, String key) {
    var bundle = locale.getLanguage().equals("en") ? english : chinese;
    var pattern = bundle.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text '" + key + "' for " + locale + " in " + where);
    }
    return pattern;
  }

  private String name(String key) {
    return where.substring(where.lastIndexOf('.') + 1) + "." + key;
  }

  /// The numbers of the arguments a pattern prints.
  ///
  /// @throws IllegalArgumentException if it is no pattern
  public static Set<Integer> arguments(String pattern) {
    var numbers = new TreeSet<Integer>();
    for (var name : new MessageFormat(pattern).getArgumentNames()) {
      if (!name.matches("\\d{1,3}")) throw new IllegalArgumentException("{" + name + "}");
      numbers.add(Integer.parseInt(name));
    }
    return numbers;
  }

  public boolean has(String key) {
    return chinese.containsKey(key);
  }

  public Set<String> keys() {
    return Collections.unmodifiableSet(chinese.keySet());
  }

  /// Keys that only one of the two languages has; empty when the bundle is complete.
  public Set<String> incomplete() {
    var odd = new TreeSet<>(chinese.keySet());
    odd.removeAll(english.keySet());
    english.keySet().stream().filter(key -> !chinese.containsKey(key)).forEach(odd::add);
    return odd;
  }

  /// Names one after the other, as the language puts them: `甲、乙`, `A, B`; empty for none.
  public static String list(Locale locale, Collection<?> names) {
    if (names.isEmpty()) return "";
    return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.NARROW)
        .format(names.stream().map(String::valueOf).toList());
  }

  private static Object readable(Locale locale, Object argument) {
    return switch (argument) {
      case Number number -> number;
      case Date date -> date;
      case Collection<?> names -> list(locale, names);
      default -> String.valueOf(argument);
    };
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
