package org.apricotdesk.bot.simulator;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the services of the apps and of the robot listen, and which domain may take people
/// back after sign-in.
final class Callbacks {
  private final Map<Integer, URI> apps = new HashMap<>();
  private @Nullable URI robot;
  private String trustedDomain = "";

  void app(App app, URI uri) {
    apps.put(app.agentId(), uri);
  }

  Optional<URI> app(App app) {
    return Optional.ofNullable(apps.get(app.agentId()));
  }

  void robot(URI uri) {
    robot = uri;
  }

  Optional<URI> robot() {
    return Optional.ofNullable(robot);
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
