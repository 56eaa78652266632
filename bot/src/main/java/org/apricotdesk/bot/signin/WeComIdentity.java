package org.apricotdesk.bot.signin;

import java.net.URI;
import java.util.Optional;
import org.apricotdesk.bot.wecom.client.WeComClient;
import org.apricotdesk.bot.wecom.client.WeComException;
import org.apricotdesk.desk.staff.PersonId;
import org.apricotdesk.desk.web.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets WeCom say who somebody is. Source: document/path/91022, 91023, 98152.
public final class WeComIdentity implements Identity {
  private static final Logger LOG = LoggerFactory.getLogger(WeComIdentity.class);

  private final WeComClient wecom;
  private final boolean offered;

  /// @param offered whether there is an application
  public WeComIdentity(WeComClient wecom, boolean offered) {
    this.wecom = wecom;
    this.offered = offered;
  }

  @Override
  public boolean isOffered() {
    return offered;
  }

  @Override
  public URI authorize(boolean insideWeCom, URI callback, String state) {
    return insideWeCom ? wecom.signInInside(callback, state) : wecom.signInAtDesk(callback, state);
  }

  @Override
  public Optional<PersonId> whoIs(String code) {
    try {
      return wecom.signedIn(code).map(PersonId::new);
    } catch (WeComException refused) {
      LOG.warn("WeCom did not tell who signs in: {}", refused.getMessage());
      return Optional.empty();
    }
  }
}
