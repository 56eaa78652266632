package org.apricotdesk.deploy.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apricotdesk.bot.wecom.Cipher;
import org.apricotdesk.bot.wecom.Sealed;

/// A made-up corp's app: its keys, and encrypted messages as its people send them. Each comes from
/// somebody else, since one person who writes a lot is hushed.
final class Corp {
  static final String ID = "ww5d1f0e9a8b7c6d42";
  static final String TOKEN = "benchToken2026";
  static final String AES_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  static final Cipher CIPHER = new Cipher(TOKEN, AES_KEY, ID);

  private static final List<String> WORDS =
      List.of("骨一科护士站打印机卡纸了", "门诊三楼收费处电脑蓝屏", "急诊科医生站 HIS 打不开 急", "检验科扫码枪扫不出来");
  private static final AtomicLong NUMBER = new AtomicLong();

  private Corp() {}

  /// The path and query, and the body, of one callback.
  record Callback(String address, String body) {}

  static Callback callback() {
    var number = NUMBER.incrementAndGet();
    var seconds = System.currentTimeMillis() / 1000;
    var plain =
        """
        <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[nurse%d]]></FromUserName>\
        <CreateTime>%d</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[%s]]></Content>\
        <MsgId>%d</MsgId><AgentID>1000002</AgentID></xml>"""
            .formatted(ID, number, seconds, WORDS.get((int) (number % WORDS.size())), number);
    return callback(CIPHER.encrypt(plain, Long.toString(seconds), "n" + number));
  }

  private static Callback callback(Sealed message) {
    var address =
        "/wecom/app?msg_signature=%s&timestamp=%s&nonce=%s"
            .formatted(message.signature(), message.timestamp(), message.nonce());
    var body =
        "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
            .formatted(ID, message.encrypt());
    return new Callback(address, body);
  }
}
