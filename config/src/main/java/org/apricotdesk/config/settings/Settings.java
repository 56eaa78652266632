package org.apricotdesk.config.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Everything an operator can set. Defaults stand in [SettingKey]; the manual is
/// `deploy/docs/settings.md`.
///
/// @param dataDir embedded database, index, media
/// @param apiTokens machines that may call the API
public record Settings(
    Http http,
    Path dataDir,
    Database database,
    WeCom wecom,
    Organisation organisation,
    List<ApiToken> apiTokens,
    Privacy privacy) {

  public Settings {
    apiTokens = List.copyOf(apiTokens);
  }

  /// @param publicUrl how people's browsers reach the pages
  /// @param trustedProxies addresses whose forwarded headers count
  public record Http(String host, int port, URI publicUrl, List<String> trustedProxies) {
    public Http {
      trustedProxies = List.copyOf(trustedProxies);
    }
  }

  /// @param url empty for the embedded server
  public record Database(Optional<Secret> url, int poolSize) {}

  /// @param apiUrl where all `/cgi-bin` calls go
  public record WeCom(
      URI apiUrl, Optional<String> corpId, Optional<App> app, Robot robot, Webhook webhook) {}

  /// The self-built app.
  public record App(int agentId, Secret secret, Secret token, Secret aesKey) {}

  /// The intelligent robot.
  ///
  /// @param name the mention to strip from group messages
  public record Robot(RobotMode mode, String name) {}

  /// How robot messages arrive.
  public sealed interface RobotMode {
    record Off() implements RobotMode {}

    record Callback(Secret token, Secret aesKey) implements RobotMode {}

    /// @param engineerChat the engineers' group, where claim cards are pushed
    record Socket(String id, Secret secret, URI url, Optional<String> engineerChat)
        implements RobotMode {}
  }

  /// @param engineerKey the webhook robot of the engineers' group
  public record Webhook(Optional<Secret> engineerKey) {}

  public record Organisation(Locale locale, ZoneId timeZone) {}

  /// @param sha256 hash of the token, hexadecimal
  public record ApiToken(String name, String role, String sha256) {}

  /// @param key 32 bytes, base64; seals originals
  public record Privacy(Optional<Secret> key) {}
}
