package org.apricotdesk.desk.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apricotdesk.config.text.Texts;

/// A reader's language, with the bundles that a page's texts come from.
///
/// @param bundles the feature's own first, the shell's last
/// @param zone the hospital's time zone
/// @param now tells today from other days
public record Speech(Locale locale, List<Texts> bundles, ZoneId zone, Instant now) {
  public Speech {
    bundles = List.copyOf(bundles);
  }

  public String say(String key, Object... arguments) {
    var bundle = bundles.stream().filter(texts -> texts.has(key)).findFirst();
    return bundle.orElse(bundles.getLast()).say(locale, key, arguments);
  }

  /// Names one after the other.
  public String list(Collection<String> names) {
    return Texts.list(locale, names);
  }

  public boolean has(String key) {
    return bundles.stream().anyMatch(texts -> texts.has(key));
  }

  public String time(Instant instant) {
    var day = instant.atZone(zone).toLocalDate();
    var today = now.atZone(zone).toLocalDate();
    var pattern =
        day.equals(today)
            ? "time.today"
            : day.getYear() == today.getYear() ? "time.this-year" : "time.other-year";
    return DateTimeFormatter.ofPattern(say(pattern), locale).format(instant.atZone(zone));
  }
}
