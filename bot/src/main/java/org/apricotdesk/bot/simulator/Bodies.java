package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// What each msgtype of an app's message must hold. Source: document/path/90236, 90248.
final class Bodies {
  private static final int TEXT_BYTES = 2048;

  private final State state;

  Bodies(State state) {
    this.state = state;
  }

  /// The part of the body that is shown, cut where the platform cuts.
  JsonObject check(String type, JsonObject body) {
    var part = body.getJsonObject(type, new JsonObject()).copy();
    switch (type) {
      case "text" -> checkText(part);
      case "markdown" -> {
        unless(!part.getString("content", "").isEmpty(), 44004, "empty content");
        cut(part, Guess.LONG_MARKDOWN_REFUSED);
      }
      case "textcard" -> checkTextCard(part);
      case "news" -> checkNews(part);
      case "image", "voice", "file", "video" -> state.media.get(part.getString("media_id", ""));
      case "template_card" -> unless(!part.isEmpty(), 40063, "template_card missing");
      default -> throw new Refusal(40008, "invalid message type: " + type);
    }
    return new JsonObject().put("msgtype", type).put(type, part);
  }

  private void checkText(JsonObject text) {
    var content = text.getString("content", "");
    unless(!content.isEmpty(), 44004, "empty content");
    cut(text, Guess.LONG_TEXT_REFUSED);
  }

  private void cut(JsonObject part, Guess refused) {
    var content = part.getString("content");
    var tooLong = Utf8.length(content) > TEXT_BYTES;
    unless(!tooLong || !state.guess(refused), 45002, "content too long");
    part.put("content", Utf8.cut(content, TEXT_BYTES));
  }

  private void checkTextCard(JsonObject card) {
    unless(!card.getString("title", "").isEmpty(), 41016, "title missing");
    unless(!card.getString("description", "").isEmpty(), 41033, "description missing");
    if (!card.getString("url", "").isEmpty()) checkUrl(card);
    else unless(!state.guess(Guess.TEXT_CARD_NEEDS_URL), 40094, "url missing");
  }

  private static void checkNews(JsonObject news) {
    var articles = news.getJsonArray("articles", new JsonArray());
    unless(!articles.isEmpty(), 44004, "no articles");
    unless(articles.size() <= 8, 45008, "more than 8 articles");
    for (var each : articles) {
      var article = (JsonObject) each;
      unless(!article.getString("title", "").isEmpty(), 41016, "title missing");
      if (article.containsKey("url")) {
        checkUrl(article);
      }
    }
  }

  private static void checkUrl(JsonObject item) {
    unless(item.getString("url").contains("://"), 45034, "url without scheme");
  }
}
