package org.apricotdesk.deploy.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apricotdesk.bot.wecom.Cipher;
import org.apricotdesk.bot.wecom.Sealed;

/// A made-up corp's app: its keys, and encrypted messages as its people send them, each from
/// somebody else about one of the usual troubles.
final class Corp {
  static final String ID = "ww5d1f0e9a8b7c6d42";
  static final String TOKEN = "benchToken2026";
  static final String AES_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  static final Cipher CIPHER = new Cipher(TOKEN, AES_KEY, ID);
  private static final Cipher ROBOT = new Cipher(TOKEN, AES_KEY, "");

  private static final List<String> WORDS =
      List.of(
          "打印机卡纸了，硬拽只扯下来半张",
          "电脑蓝屏了，重启两次还是蓝屏",
          "HIS 打不开，一直转圈",
          "扫码枪扫不出来",
          "腕带打印机出来是空白",
          "电子病历保存的时候报错",
          "键盘有几个键没反应",
          "鼠标不动了",
          "显示器黑屏，主机灯是亮的",
          "网络断了，网页和内网都上不去",
          "标签打印机走纸不停",
          "读卡器读不了医保卡",
          "电话没有声音",
          "叫号屏不显示号了",
          "PACS 图像打不开",
          "医嘱提交不了，提示超时",
          "电脑很卡，开个病历要两分钟",
          "激光打印机脱机，点打印没反应",
          "打印出来中间一道黑杠",
          "护理 PDA 连不上网",
          "账号被锁了，登不进系统",
          "LIS 结果传不过来",
          "电脑开不了机，按了没反应",
          "U盘插上没反应",
          "处方打印出来是乱码");
  private static final AtomicLong NUMBER = new AtomicLong();

  private Corp() {}

  /// The path and query, and the body, of one callback.
  record Callback(String address, String body) {}

  /// The next message.
  static Callback callback() {
    return callback(NUMBER.incrementAndGet());
  }

  /// A message by its number, the same each time.
  static Callback callback(long number) {
    var seconds = System.currentTimeMillis() / 1000;
    var plain =
        """
        <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>\
        <CreateTime>%d</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[%s]]></Content>\
        <MsgId>%d</MsgId><AgentID>1000002</AgentID></xml>"""
            .formatted(
                ID,
                Staff.userid(number),
                seconds,
                WORDS.get((int) (number % WORDS.size())),
                number);
    return callback(CIPHER.encrypt(plain, Long.toString(seconds), "n" + number));
  }

  /// Somebody in a group taps 接单 on the robot's card.
  static Callback tap(String group, String userid, String card) {
    var plain =
        new JsonObject()
            .put("msgid", card + userid)
            .put("chatid", group)
            .put("chattype", "group")
            .put("from", new JsonObject().put("userid", userid))
            .put("msgtype", "event")
            .put("event", click(card));
    var seconds = Long.toString(System.currentTimeMillis() / 1000);
    var message = ROBOT.encrypt(plain.encode(), seconds, "n" + userid);
    var body = new JsonObject().put("encrypt", message.encrypt());
    return new Callback("/wecom/robot" + query(message), body.encode());
  }

  private static JsonObject click(String card) {
    var click =
        new JsonObject()
            .put("card_type", "button_interaction")
            .put("event_key", "take")
            .put("task_id", card);
    return new JsonObject()
        .put("eventtype", "template_card_event")
        .put("template_card_event", click);
  }

  /// The words of an answer, decrypted.
  static String answer(String body) {
    var plain =
        CIPHER.decrypt(
            part(body, "MsgSignature"),
            part(body, "TimeStamp"),
            part(body, "Nonce"),
            part(body, "Encrypt"));
    return part(plain, "Content");
  }

  private static String part(String xml, String name) {
    var found =
        Pattern.compile(
                "<%1$s>(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</%1$s>".formatted(name), Pattern.DOTALL)
            .matcher(xml);
    if (!found.find()) throw new IllegalStateException("an answer without " + name);
    return found.group(1);
  }

  /// The answer to a tap, decrypted.
  static String shown(String body) {
    var json = new JsonObject(body);
    return ROBOT.decrypt(
        json.getString("msgsignature"),
        String.valueOf(json.getValue("timestamp")),
        json.getString("nonce"),
        json.getString("encrypt"));
  }

  private static Callback callback(Sealed message) {
    var body =
        "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
            .formatted(ID, message.encrypt());
    return new Callback("/wecom/app" + query(message), body);
  }

  private static String query(Sealed message) {
    return "?msg_signature=%s&timestamp=%s&nonce=%s"
        .formatted(message.signature(), message.timestamp(), message.nonce());
  }
}
