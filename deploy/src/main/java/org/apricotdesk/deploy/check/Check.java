package org.apricotdesk.deploy.check;

import java.util.List;
import java.util.stream.Stream;
import org.apricotdesk.config.settings.Settings;

/// Tries what the settings say; changes nothing.
public final class Check {
  private Check() {}

  /// @return every problem, a line each; none if the service can be started
  public static List<String> problems(Settings settings) {
    return Stream.of(
            serviceKey(settings),
            new FolderCheck(settings.dataDir()).problems(),
            new DatabaseCheck(settings).problems(),
            new WeComCheck(settings.wecom()).problems(),
            new WithoutApp(settings.wecom()).problems())
        .flatMap(List::stream)
        .toList();
  }

  /// What is no problem, but good to know.
  public static List<String> notes(Settings settings) {
    return new WithoutApp(settings.wecom()).notes();
  }

  /// What a service needs beyond settings that are well formed.
  public static List<String> serviceKey(Settings settings) {
    return settings.privacy().key().isPresent()
        ? List.of()
        : List.of(
            "privacy.key is missing: 32 bytes in base64, made by: openssl rand -base64 32 ."
                + " It seals originals; without it the service does not start");
  }
}
