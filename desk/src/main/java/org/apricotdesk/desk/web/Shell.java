package org.apricotdesk.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apricotdesk.config.text.Texts;

/// What every page has around its content.
///
/// @param title the page's own title
/// @param section the navigation entry it belongs to, such as `queue`
/// @param back where the arrow in the title bar leads, if the page has one
/// @param csrf the word that forms carry; empty where nobody is signed in
/// @param form a fresh key for the page's forms
public record Shell(
    Locale locale,
    Texts texts,
    String title,
    String section,
    Optional<String> back,
    List<NavigationEntry> navigation,
    String csrf,
    String form) {

  /// A text of the page's bundle.
  public String say(String key, Object... arguments) {
    return texts.say(locale, key, arguments);
  }

  public String language() {
    return locale.toLanguageTag();
  }
}
