package org.apricotdesk.config.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the settings from a YAML file and the environment.
public final class SettingsReader {
  private static final Pattern AES_KEY = Pattern.compile("[A-Za-z0-9]{43}");
  private static final Pattern API_TOKEN = Pattern.compile("([^:]+):([a-z_]+):([0-9a-fA-F]{64})");
  private static final int PRIVACY_KEY_BYTES = 32;

  private final SettingValues values;

  private SettingsReader(SettingValues values) {
    this.values = values;
  }

  /// Reads a file, with the environment over it.
  ///
  /// @throws SettingsException naming every unknown, missing or malformed setting
  public static Settings read(Path file, Map<String, String> environment) {
    return read(SettingsFile.read(file), environment);
  }

  /// Reads the environment alone, as in a container.
  ///
  /// @throws SettingsException naming every unknown, missing or malformed setting
  public static Settings read(Map<String, String> environment) {
    return read(SettingsFile.empty(), environment);
  }

  private static Settings read(SettingsFile file, Map<String, String> environment) {
    var values = new SettingValues(file.under(environment));
    file.unknown(environment).forEach(values::problem);
    var settings = new SettingsReader(values).settings();
    if (!values.problems().isEmpty()) {
      throw new SettingsException(values.problems());
    }
    return settings;
  }

  private Settings settings() {
    return new Settings(
        http(),
        values.read(SettingKey.DATA_DIR, "a folder", Path.of("."), Path::of),
        database(),
        wecom(),
        organisation(),
        apiTokens(),
        new Settings.Privacy(privacyKey()));
  }

  private Settings.Http http() {
    return new Settings.Http(
        values.read(SettingKey.HTTP_HOST, "an address", "", host -> host),
        values.read(SettingKey.HTTP_PORT, "a port from 0 to 65535", 0, SettingsReader::port),
        url(SettingKey.HTTP_PUBLIC_URL, "http", "https"),
        list(SettingKey.HTTP_TRUSTED_PROXIES));
  }

  private Settings.Database database() {
    var url = values.find(SettingKey.DATABASE_URL).filter(v -> !v.equals("embedded"));
    if (url.filter(u -> !u.startsWith("postgresql://") && !u.startsWith("postgres://")).isPresent())
      values.problem("database.url must be 'embedded' or start with postgresql://");
    var size =
        values.read(
            SettingKey.DATABASE_POOL_SIZE, "a number from 1 to 500", 1, v -> within(v, 500));
    return new Settings.Database(url.map(Secret::new), size);
  }

  private Settings.WeCom wecom() {
    return new Settings.WeCom(
        url(SettingKey.WECOM_API_URL, "http", "https"),
        values.find(SettingKey.WECOM_CORP_ID),
        app(),
        new Settings.Robot(robot(), values.find(SettingKey.ROBOT_NAME).orElse("")),
        new Settings.Webhook(values.find(SettingKey.WEBHOOK_ENGINEER_KEY).map(Secret::new)));
  }

  /// The app is there as soon as one of its settings is; then all are needed.
  private Optional<Settings.App> app() {
    var keys =
        List.of(
            SettingKey.APP_AGENT_ID,
            SettingKey.APP_SECRET,
            SettingKey.APP_TOKEN,
            SettingKey.APP_AES_KEY);
    if (keys.stream().allMatch(key -> values.find(key).isEmpty())) {
      return Optional.empty();
    }
    if (values.find(SettingKey.WECOM_CORP_ID).isEmpty()) {
      values.problem("wecom.corp-id is missing: the app needs it");
    }
    return Optional.of(
        new Settings.App(
            values.read(SettingKey.APP_AGENT_ID, "a number", 0, Integer::parseInt),
            values.secret(SettingKey.APP_SECRET, "the app's secret"),
            values.secret(SettingKey.APP_TOKEN, "the callback's token"),
            aesKey(SettingKey.APP_AES_KEY)));
  }

  private Settings.RobotMode robot() {
    var mode = values.find(SettingKey.ROBOT_MODE).orElse("off");
    return switch (mode) {
      case "off" -> new Settings.RobotMode.Off();
      case "callback" ->
          new Settings.RobotMode.Callback(
              values.secret(SettingKey.ROBOT_TOKEN, "the robot callback's token"),
              aesKey(SettingKey.ROBOT_AES_KEY));
      case "socket" ->
          new Settings.RobotMode.Socket(
              values.read(SettingKey.ROBOT_ID, "the robot's id", "", id -> id),
              values.secret(SettingKey.ROBOT_SECRET, "the robot's secret"),
              url(SettingKey.ROBOT_SOCKET_URL, "ws", "wss"),
              values.find(SettingKey.ROBOT_ENGINEER_CHAT));
      default -> {
        values.problem("wecom.robot.mode must be off, callback or socket, not '" + mode + "'");
        yield new Settings.RobotMode.Off();
      }
    };
  }

  private Settings.Organisation organisation() {
    return new Settings.Organisation(
        values.read(
            SettingKey.ORGANISATION_LOCALE, "zh-CN or en", Locale.ROOT, SettingsReader::locale),
        values.read(
            SettingKey.ORGANISATION_TIME_ZONE,
            "a time zone such as Asia/Shanghai",
            ZoneId.of("UTC"),
            ZoneId::of));
  }

  private List<Settings.ApiToken> apiTokens() {
    return list(SettingKey.API_TOKENS).stream().flatMap(line -> apiToken(line).stream()).toList();
  }

  private Optional<Settings.ApiToken> apiToken(String line) {
    var parts = API_TOKEN.matcher(line);
    if (!parts.matches()) {
      values.problem("api.tokens: each must be name:role:sha256-hex; one is not");
      return Optional.empty();
    }
    return Optional.of(new Settings.ApiToken(parts.group(1), parts.group(2), parts.group(3)));
  }

  private Secret aesKey(SettingKey key) {
    return values.read(
        key,
        "exactly 43 letters and digits",
        new Secret(""),
        value -> {
          if (!AES_KEY.matcher(value).matches()) throw new IllegalArgumentException();
          return new Secret(value);
        });
  }

  private Optional<Secret> privacyKey() {
    return values.find(SettingKey.PRIVACY_KEY).map(this::privacyKey);
  }

  private Secret privacyKey(String value) {
    try {
      if (Base64.getDecoder().decode(value).length == PRIVACY_KEY_BYTES) return new Secret(value);
    } catch (IllegalArgumentException _) {
      // said below
    }
    values.problem("privacy.key must be 32 bytes in base64");
    return new Secret("");
  }

  private URI url(SettingKey key, String... schemes) {
    return values.read(
        key,
        "an address that starts with " + String.join(":// or ", schemes) + "://",
        URI.create("about:blank"),
        value -> {
          var uri = URI.create(value);
          var known = Arrays.asList(schemes).contains(uri.getScheme()) && uri.getHost() != null;
          if (!known) throw new IllegalArgumentException();
          return uri;
        });
  }

  private List<String> list(SettingKey key) {
    return values.find(key).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static int port(String value) {
    var port = Integer.parseInt(value);
    if (port < 0 || port > 65_535) throw new IllegalArgumentException();
    return port;
  }

  private static int within(String value, int most) {
    var number = Integer.parseInt(value);
    if (number < 1 || number > most) throw new IllegalArgumentException();
    return number;
  }

  private static Locale locale(String value) {
    var locale = Locale.forLanguageTag(value);
    if (!List.of("zh", "en").contains(locale.getLanguage())) throw new IllegalArgumentException();
    return locale;
  }
}
