package org.apricotdesk.deploy.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The proxies in front of us: what they say about a request counts, what anybody else says about
/// themselves does not.
final class TrustedProxies {
  private static final String FOR = "X-Forwarded-For";
  private static final List<String> HEADERS =
      List.of(
          "Forwarded",
          FOR,
          "X-Forwarded-Proto",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Ssl");

  private final Set<InetAddress> addresses;

  /// @throws IllegalStateException if one is no IP address
  TrustedProxies(List<String> addresses) {
    this.addresses =
        addresses.stream().map(TrustedProxies::address).collect(Collectors.toUnmodifiableSet());
  }

  /// Leaves of the forwarded headers only what may be believed.
  void clean(HttpServerRequest request) {
    var headers = request.headers();
    if (isTrusted(request.remoteAddress())) nameCaller(headers);
    else HEADERS.forEach(headers::remove);
  }

  /// Each proxy appends whom it heard; what stands before the last one we do not trust is hearsay.
  private void nameCaller(MultiMap headers) {
    var chain = String.join(",", headers.getAll(FOR)).split(",", -1);
    for (var i = chain.length - 1; i >= 0; i--) {
      var caller = chain[i].strip();
      if (i == 0 || !isTrusted(caller)) {
        if (!caller.isEmpty()) headers.set(FOR, caller);
        return;
      }
    }
  }

  private boolean isTrusted(@Nullable SocketAddress remote) {
    return remote != null && remote.hostAddress() != null && isTrusted(remote.hostAddress());
  }

  private boolean isTrusted(String address) {
    try {
      return addresses.contains(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.ofLiteral(text.strip());
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException(
          "http.trusted-proxies: '" + text + "' is no IP address", wrong);
    }
  }
}
