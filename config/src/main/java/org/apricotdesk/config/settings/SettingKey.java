package org.apricotdesk.config.settings;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Every setting's name and default, in one place.
enum SettingKey {
  HTTP_HOST("http.host", "0.0.0.0"),
  HTTP_PORT("http.port", "8080"),
  HTTP_PUBLIC_URL("http.public-url", "http://localhost:8080"),
  HTTP_TRUSTED_PROXIES("http.trusted-proxies", ""),
  DATA_DIR("data-dir", "./data"),
  DATABASE_URL("database.url", "embedded"),
  DATABASE_POOL_SIZE("database.pool-size", "16"),
  WECOM_API_URL("wecom.api-url", "https://qyapi.weixin.qq.com"),
  WECOM_CORP_ID("wecom.corp-id", ""),
  APP_AGENT_ID("wecom.app.agent-id", ""),
  APP_SECRET("wecom.app.secret", ""),
  APP_TOKEN("wecom.app.token", ""),
  APP_AES_KEY("wecom.app.aes-key", ""),
  ROBOT_MODE("wecom.robot.mode", "off"),
  ROBOT_NAME("wecom.robot.name", "杏台"),
  ROBOT_TOKEN("wecom.robot.token", ""),
  ROBOT_AES_KEY("wecom.robot.aes-key", ""),
  ROBOT_ID("wecom.robot.id", ""),
  ROBOT_SECRET("wecom.robot.secret", ""),
  ROBOT_SOCKET_URL("wecom.robot.socket-url", "wss://openws.work.weixin.qq.com"),
  ROBOT_ENGINEER_CHAT("wecom.robot.engineer-chat", ""),
  WEBHOOK_ENGINEER_KEY("wecom.webhook.engineer-key", ""),
  ORGANISATION_LOCALE("organisation.locale", "zh-CN"),
  ORGANISATION_TIME_ZONE("organisation.time-zone", "Asia/Shanghai"),
  API_TOKENS("api.tokens", ""),
  PRIVACY_KEY("privacy.key", "");

  /// Settings that may be given as a file's path, with `-file` after the name.
  private static final Set<SettingKey> SECRETS =
      EnumSet.of(
          DATABASE_URL,
          APP_SECRET,
          APP_TOKEN,
          APP_AES_KEY,
          ROBOT_TOKEN,
          ROBOT_AES_KEY,
          ROBOT_SECRET,
          WEBHOOK_ENGINEER_KEY,
          PRIVACY_KEY);

  static final String FILE_SUFFIX = "-file";
  private static final String ENVIRONMENT_PREFIX = "APRICOT_";

  private final String path;
  private final String fallback;

  SettingKey(String path, String fallback) {
    this.path = path;
    this.fallback = fallback;
  }

  String path() {
    return path;
  }

  String fallback() {
    return fallback;
  }

  boolean mayBeFile() {
    return SECRETS.contains(this);
  }

  String environmentName() {
    return environmentName(path);
  }

  static String environmentName(String path) {
    return ENVIRONMENT_PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  static boolean isEnvironmentName(String name) {
    return name.startsWith(ENVIRONMENT_PREFIX);
  }

  /// The key behind a path, with or without `-file`.
  static Optional<SettingKey> of(String path) {
    return Arrays.stream(values())
        .filter(k -> path.equals(k.path) || (k.mayBeFile() && path.equals(k.path + FILE_SUFFIX)))
        .findFirst();
  }

  static Optional<SettingKey> ofEnvironment(String name) {
    return Arrays.stream(values())
        .filter(
            k ->
                name.equals(k.environmentName())
                    || (k.mayBeFile() && name.equals(environmentName(k.path + FILE_SUFFIX))))
        .findFirst();
  }
}
