package org.apricotdesk.bot.wecom.client;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.apricotdesk.bot.wecom.client.Outcome.Configuration;
import org.apricotdesk.bot.wecom.client.Outcome.Failed;
import org.apricotdesk.bot.wecom.client.Outcome.Later;
import org.apricotdesk.bot.wecom.client.Outcome.Rejected;
import org.apricotdesk.bot.wecom.client.Outcome.Unknown;

/// What an errcode, or the lack of an answer, means for whoever asked. Source:
/// document/path/90313.
public final class Refusals {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration BUSY = Duration.ofSeconds(5);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int LONGEST_REASON = 200;

  private Refusals() {}

  /// The class of an errcode.
  public static Failed of(int code, String message) {
    var why = code + " " + oneLine(message);
    return switch (code) {
      case -1 -> new Later(BUSY, why);
      case 6000, 45033 -> new Later(SOON, why);
      case 45009, 846607 -> new Later(WINDOW, why);
      case 40001,
          40013,
          40056,
          41002,
          41004,
          43012,
          48002,
          48009,
          50003,
          60020,
          60031,
          301002,
          853000,
          846609 ->
          new Configuration(code, why);
      default -> new Rejected(code, why);
    };
  }

  /// The platform itself answers with 200 always: what refuses stands before it, a proxy or a wrong
  /// address.
  static Failed status(int status) {
    var why = "HTTP status " + status;
    return switch (status) {
      case 429, 503 -> new Later(BUSY, why);
      default -> status >= 500 ? new Unknown(why) : new Configuration(status, why);
    };
  }

  /// Without a connection nothing was sent; on a broken one it may have been.
  static Failed noAnswer(Throwable failure) {
    var why = failure.getClass().getSimpleName();
    return switch (failure) {
      case ConnectException _, UnknownHostException _, SSLHandshakeException _ ->
          new Later(BUSY, why);
      default -> new Unknown(why);
    };
  }

  /// Whether the access token was meant; a wrong secret is told by the same code.
  static boolean saysStaleToken(int code) {
    return code == 40001 || code == 40014 || code == 42001;
  }

  private static String oneLine(String message) {
    var line = message.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
  }
}
