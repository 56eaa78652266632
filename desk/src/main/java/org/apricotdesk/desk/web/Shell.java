package org.apricotdesk.desk.web;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What every page has around its content.
///
/// @param speech the page's texts in the reader's language
/// @param title the page's own title
/// @param section the navigation entry it belongs to, such as `queue`
/// @param back where the arrow in the title bar leads, if the page has one
/// @param announcements what stands above the content
/// @param csrf the word that forms carry; empty where nobody is signed in
/// @param form a fresh key for the page's forms
public record Shell(
    Speech speech,
    String title,
    String section,
    Optional<String> back,
    List<NavigationEntry> navigation,
    List<Announcements.Announcement> announcements,
    String csrf,
    String form) {

  /// By its headings what the tab bar of a phone has no room for.
  public Map<String, List<NavigationEntry>> groups() {
    return navigation.stream()
        .filter(entry -> !entry.onPhone())
        .collect(
            Collectors.groupingBy(
                NavigationEntry::group, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /// Whether a phone leads here by the page of everything else, and so back to it.
  public boolean isUnderMore() {
    return navigation.stream()
        .anyMatch(entry -> entry.section().equals(section) && !entry.onPhone());
  }

  /// A text of the page's feature, or of the shell.
  public String say(String key, Object... arguments) {
    return speech.say(key, arguments);
  }

  /// Names one after the other.
  public String list(Collection<String> names) {
    return speech.list(names);
  }

  /// When something was or will be, as a clock time: `15:20`, with the day unless it is today.
  public String time(Instant instant) {
    return speech.time(instant);
  }

  public String language() {
    return speech.locale().toLanguageTag();
  }
}
