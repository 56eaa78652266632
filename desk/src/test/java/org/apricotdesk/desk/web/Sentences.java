package org.apricotdesk.desk.web;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.apricotdesk.desk.wording.Phrasebook;

/// A bot that says two things.
public final class Sentences implements Phrasebook {
  @Override
  public List<String> names() {
    return List.of("notice.taken", "dialogue.card.title");
  }

  @Override
  public String builtIn(String name, Locale locale) {
    return locale.getLanguage().equals("en") ? "{0} taken by {3}" : "{0} {3}已接单";
  }

  @Override
  public Look look(String name, Locale locale, String pattern) {
    var text = new MessageFormat(pattern, locale).format(new Object[] {"#1024", "", "", "王工"});
    return name.startsWith("notice")
        ? new Look.Said(text)
        : new Look.Card(text, "", "", List.of(List.of("位置", "三楼")), List.of("催一下"), false);
  }
}
