package org.apricotdesk.bot.wecom.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Sign-in through WeCom: where a browser is sent, and who comes back. Source:
/// document/path/91022, 91023, 98152.
final class Signing {
  private static final String PLATFORM = "qyapi.weixin.qq.com";
  private static final Pattern STATE = Pattern.compile("[a-zA-Z0-9]{1,128}");
  private static final Set<Integer> NO_GOOD = Set.of(40029, 41008, 42003, 42022, 50002);

  private final AppCalls app;
  private final String inApp;
  private final String desktop;

  /// @param api the platform's, or a stand-in's, which then shows the sign-in pages too
  Signing(AppCalls app, URI api) {
    var real = PLATFORM.equals(api.getHost());
    var base = api.toString().replaceAll("/+$", "");
    this.app = app;
    this.inApp = real ? "https://open.weixin.qq.com" : base;
    this.desktop = real ? "https://login.work.weixin.qq.com" : base;
  }

  URI inApp(URI back, String state) {
    return URI.create(
        "%s/connect/oauth2/authorize?appid=%s&redirect_uri=%s&response_type=code&scope=snsapi_base&state=%s&agentid=%d#wechat_redirect"
            .formatted(inApp, app.corpId(), encoded(back), checked(state), app.agentId()));
  }

  URI desktop(URI back, String state) {
    return URI.create(
        "%s/wwlogin/sso/login?login_type=CorpApp&appid=%s&agentid=%d&redirect_uri=%s&state=%s&lang=zh"
            .formatted(desktop, app.corpId(), app.agentId(), encoded(back), checked(state)));
  }

  /// Empty for a code that is wrong, old or used, and for people outside the corp.
  Optional<String> who(String code) {
    try {
      var answer = app.get("auth/getuserinfo", Map.of("code", code));
      return Optional.ofNullable(answer.getString("userid")).filter(id -> !id.isEmpty());
    } catch (WeComException refused) {
      if (NO_GOOD.contains(refused.code())) return Optional.empty();
      throw refused;
    }
  }

  private static String checked(String state) {
    if (!STATE.matcher(state).matches()) {
      throw new IllegalArgumentException("a state is 1 to 128 letters and digits");
    }
    return state;
  }

  private static String encoded(URI back) {
    return URLEncoder.encode(back.toString(), StandardCharsets.UTF_8);
  }
}
