package org.apricotdesk.bot.simulator;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the services of the apps and of the robot listen, and which domain may take people
/// back after sign-in.
final class Callbacks {
  private final Map<Integer, List<URI>> apps = new HashMap<>();
  private List<URI> robot = List.of();
  private String trustedDomain = "";

  void app(App app, List<URI> instances) {
    apps.put(app.agentId(), List.copyOf(instances));
  }

  /// The instances of the app's service, empty while there is none.
  List<URI> app(App app) {
    return apps.getOrDefault(app.agentId(), List.of());
  }

  void robot(List<URI> instances) {
    robot = List.copyOf(instances);
  }

  List<URI> robot() {
    return robot;
  }

  /// Host and port, as in `desk.example.com:8443`; empty trusts every domain.
  void trustedDomain(String domain) {
    trustedDomain = domain;
  }

  /// The service's own pages; empty while its domain is unknown.
  String deskUrl() {
    return trustedDomain.isEmpty() ? "" : "http://" + trustedDomain + "/";
  }

  boolean trusts(String redirect) {
    return trustedDomain.isEmpty() || trustedDomain.equals(URI.create(redirect).getAuthority());
  }
}
