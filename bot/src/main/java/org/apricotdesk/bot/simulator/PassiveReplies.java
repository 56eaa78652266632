package org.apricotdesk.bot.simulator;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.apricotdesk.bot.wecom.Cipher;
import org.apricotdesk.bot.wecom.CipherRefusal;
import org.jspecify.annotations.Nullable;

/// What an app's service answers to a callback in the same breath. Source: document/path/90241.
final class PassiveReplies {
  private static final String RULE = "passive reply";

  private final State state;
  private final App app;
  private final Cipher cipher;
  private final CardRules cards;

  PassiveReplies(State state, App app, Cipher cipher) {
    this.state = state;
    this.app = app;
    this.cipher = cipher;
    this.cards = new CardRules(CardTarget.APP, state);
  }

  /// @param tapped the card whose tap is answered, if it was a tap
  void apply(Member member, String body, @Nullable Message tapped) {
    try {
      var outer = parse(body);
      var plain =
          cipher.decrypt(
              outer.of("MsgSignature"),
              outer.of("TimeStamp"),
              outer.of("Nonce"),
              outer.of("Encrypt"));
      show(member, parse(plain), tapped);
    } catch (CipherRefusal refusal) {
      state.violations.add(RULE, "envelope refused at " + refusal.stage());
    } catch (Refusal refusal) {
      state.violations.add(RULE, refusal.code() + " " + refusal.why());
    }
  }

  private static XmlNode parse(String xml) {
    return XmlNode.parse(xml).orElseThrow(() -> new Refusal(40058, "not XML"));
  }

  private void show(Member member, XmlNode reply, @Nullable Message tapped) {
    Refusal.unless(
        Member.key(reply.of("ToUserName")).equals(member.key()), 40003, "ToUserName differs");
    Refusal.unless(
        reply.of("FromUserName").equals(state.settings.corpId()), 40013, "FromUserName differs");
    var type = reply.of("MsgType");
    switch (type) {
      case "text" -> post(member, type, text(reply));
      case "image" -> post(member, type, media(reply, "Image"));
      case "voice" -> post(member, type, media(reply, "Voice"));
      case "video" -> post(member, type, media(reply, "Video"));
      case "update_button" -> grey(member, reply, tapped(tapped));
      case "update_template_card" -> replace(member, reply, tapped(tapped));
      default -> throw new Refusal(40008, "invalid message type: " + type);
    }
  }

  private static Message tapped(@Nullable Message tapped) {
    if (tapped == null) {
      throw new Refusal(40008, "only a tap is answered with an update");
    }
    return tapped;
  }

  private static JsonObject text(XmlNode reply) {
    Refusal.unless(!reply.of("Content").isEmpty(), 44004, "empty content");
    return new JsonObject().put("content", Utf8.cut(reply.of("Content"), 2048));
  }

  private JsonObject media(XmlNode reply, String element) {
    var id = reply.child(element).map(e -> e.of("MediaId")).orElse("");
    state.media.get(id);
    return new JsonObject().put("media_id", id);
  }

  private void grey(Member member, XmlNode reply, Message card) {
    var label = reply.child("Button").map(b -> b.of("ReplaceName")).orElse("");
    card.becomeFor(member.userid(), MessageApi.greyed(card.contentFor(member.userid()), label));
    state.chats.changed(card);
  }

  private void replace(Member member, XmlNode reply, Message card) {
    var node = reply.child("TemplateCard").orElseThrow(() -> new Refusal(40063, "no card"));
    var json = XmlCard.read(node);
    cards.check(json);
    card.becomeFor(
        member.userid(),
        new JsonObject().put("msgtype", "template_card").put("template_card", json));
    state.chats.changed(card);
  }

  private void post(Member member, String type, JsonObject part) {
    var content = new JsonObject().put("msgtype", type).put(type, part);
    state.chats.post(
        Sender.app(app), List.of(app.chatWith(member.userid())), Set.of(member.key()), content);
  }
}
