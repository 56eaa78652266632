package org.apricotdesk.bot.simulator;

import static org.apricotdesk.bot.simulator.Refusal.unless;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The webhook robot of a group, which only speaks. Source: document/path/91770, 99110.
final class WebhookApi {
  private static final int MARKDOWN_BYTES = 4096;

  private final State state;
  private final CardRules cards;
  private final Rate rate;

  WebhookApi(State state) {
    this.state = state;
    cards = new CardRules(CardTarget.WEBHOOK, state);
    rate = new Rate(state.clock, 20, Integer.MAX_VALUE);
  }

  JsonObject send(ApiCall call) {
    var group = groupOf(call.param("key"));
    var body = call.json();
    var type = body.getString("msgtype", "");
    var part = body.getJsonObject(type, new JsonObject());
    check(type, part);
    unless(rate.allows(group.webhookKey()), 45009, "more than 20 messages a minute");
    var content = new JsonObject().put("msgtype", type).put(type, part);
    state.chats.post(
        new Sender(Sender.Kind.WEBHOOK, group.chatid()),
        List.of(group.chatid()),
        Set.copyOf(group.members()),
        content);
    return new JsonObject();
  }

  JsonObject upload(ApiCall call) {
    unless(call.file().length() > 5, 44001, "empty media data");
    groupOf(call.param("key"));
    var type = call.param("type");
    unless(type.equals("file") || type.equals("voice"), 40004, "media type invalid");
    return state.media.upload(call);
  }

  private void check(String type, JsonObject part) {
    switch (type) {
      case "text" -> checkLength(part, 2048);
      case "markdown", "markdown_v2" -> checkLength(part, MARKDOWN_BYTES);
      case "image" -> checkImage(part, state);
      case "news" -> checkNews(part);
      case "file", "voice" -> state.media.get(part.getString("media_id", ""));
      case "template_card" -> cards.check(part);
      default -> throw new Refusal(40008, "invalid message type: " + type);
    }
  }

  private static void checkLength(JsonObject part, int most) {
    var content = part.getString("content", "");
    unless(!content.isEmpty(), 44004, "empty content");
    unless(Utf8.length(content) <= most, 45002, "content too long");
  }

  /// Pictures inside messages: JPG or PNG with the md5 of their bytes.
  static void checkImage(JsonObject image, State state) {
    var bytes = Base64.getMimeDecoder().decode(image.getString("base64", ""));
    unless(bytes.length <= 2 * 1024 * 1024, 45001, "image too large");
    var buffer = Buffer.buffer(bytes);
    unless(Media.isPng(buffer) || Media.isJpeg(buffer), 40123, "neither JPG nor PNG");
    var same = md5(bytes).equalsIgnoreCase(image.getString("md5", ""));
    unless(same || !state.guess(Guess.PICTURE_DIGEST_CHECKED), 301019, "md5 differs");
  }

  static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static void checkNews(JsonObject news) {
    var articles = news.getJsonArray("articles", new JsonArray());
    unless(!articles.isEmpty(), 44004, "no articles");
    unless(articles.size() <= 8, 45008, "more than 8 articles");
    for (var each : articles) {
      var article = (JsonObject) each;
      unless(!article.getString("title", "").isEmpty(), 41016, "title missing");
      unless(article.getString("url", "").contains("://"), 45034, "url without scheme");
    }
  }

  private Group groupOf(String key) {
    return state.company.groups().stream()
        .filter(g -> !key.isEmpty() && g.webhookKey().equals(key))
        .findFirst()
        .orElseThrow(() -> new Refusal(93000, "invalid webhook url"));
  }
}
