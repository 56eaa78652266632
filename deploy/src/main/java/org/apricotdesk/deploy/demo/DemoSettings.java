package org.apricotdesk.deploy.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apricotdesk.bot.simulator.Simulator;
import org.apricotdesk.config.settings.Settings;
import org.apricotdesk.config.settings.SettingsReader;
import org.apricotdesk.deploy.service.PrivacyKey;

/// The product's settings for the demonstration: the stand-in's secrets, the demo's folder.
final class DemoSettings {
  private DemoSettings() {}

  static Settings of(
      Path folder, DemoAddress address, Simulator simulator, Map<String, String> environment) {
    var values = new HashMap<String, String>();
    values.put("APRICOT_HTTP_PUBLIC_URL", "http://localhost:" + address.port());
    values.putAll(environment);
    values.put("APRICOT_HTTP_HOST", address.host());
    values.put("APRICOT_HTTP_PORT", Integer.toString(address.port()));
    values.put("APRICOT_DATA_DIR", folder.toString());
    values.put("APRICOT_PRIVACY_KEY_FILE", PrivacyKey.generatedIn(folder).toString());
    values.putAll(weCom(simulator));
    return SettingsReader.read(values);
  }

  private static Map<String, String> weCom(Simulator simulator) {
    var app = simulator.settings().app();
    var robot = simulator.settings().robot();
    return Map.ofEntries(
        Map.entry("APRICOT_WECOM_API_URL", simulator.apiUrl()),
        Map.entry("APRICOT_WECOM_CORP_ID", simulator.settings().corpId()),
        Map.entry("APRICOT_WECOM_APP_AGENT_ID", Integer.toString(app.agentId())),
        Map.entry("APRICOT_WECOM_APP_SECRET", app.secret()),
        Map.entry("APRICOT_WECOM_APP_TOKEN", app.token()),
        Map.entry("APRICOT_WECOM_APP_AES_KEY", app.aesKey()),
        Map.entry("APRICOT_WECOM_ROBOT_MODE", "socket"),
        Map.entry("APRICOT_WECOM_ROBOT_NAME", robot.name()),
        Map.entry("APRICOT_WECOM_ROBOT_ID", robot.id()),
        Map.entry("APRICOT_WECOM_ROBOT_SECRET", robot.secret()),
        Map.entry("APRICOT_WECOM_ROBOT_SOCKET_URL", simulator.socketUrl()),
        Map.entry("APRICOT_WECOM_ROBOT_ENGINEER_CHAT", SampleCorp.ENGINEERS));
  }
}
