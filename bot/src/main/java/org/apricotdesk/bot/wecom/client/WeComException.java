package org.apricotdesk.bot.wecom.client;

import org.apricotdesk.bot.wecom.client.Outcome.Configuration;
import org.apricotdesk.bot.wecom.client.Outcome.Failed;
import org.apricotdesk.bot.wecom.client.Outcome.Later;
import org.apricotdesk.bot.wecom.client.Outcome.Rejected;
import org.apricotdesk.bot.wecom.client.Outcome.Unknown;

/// A call whose answer was wanted did not succeed.
public final class WeComException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failed failure;

  WeComException(String call, Failed failure) {
    super(call + ": " + failure.why());
    this.failure = failure;
  }

  WeComException(String call, Failed failure, Throwable cause) {
    super(call + ": " + failure.why(), cause);
    this.failure = failure;
  }

  public Failed failure() {
    return failure;
  }

  /// The platform's errcode, or 0 where there was none.
  public int code() {
    return switch (failure) {
      case Rejected(var code, _) -> code;
      case Configuration(var code, _) -> code;
      case Later _, Unknown _ -> 0;
    };
  }
}
