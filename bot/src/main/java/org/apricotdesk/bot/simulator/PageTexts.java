package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.apricotdesk.config.text.Texts;

/// The words of the simulator's pages, Chinese unless `?lang=en` asks for English.
record PageTexts(Locale locale) {
  private static final Texts TEXTS = Texts.of(PageTexts.class);

  static PageTexts of(RoutingContext context) {
    var english = context.request().getParam("lang", "").equals("en");
    return new PageTexts(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
  }

  /// All of them, for the scripts.
  JsonObject all() {
    var all = new JsonObject();
    TEXTS.keys().forEach(key -> all.put(key, say(key)));
    return all;
  }

  String say(String key) {
    return TEXTS.say(locale, key);
  }
}
